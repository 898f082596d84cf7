"""Each article is read by the pipeline of its language; one without is named with the reason, and the rest is built."""

from datetime import date

from extractors.article import Article
from graph.building.origin import Origins, Settings
from graph.building.task import Task, work

TEXT = "Macron empfing Selenskyj am Mittwoch in Paris."


def test_an_article_without_a_pipeline_is_named_and_the_rest_is_built() -> None:
    day = date(2025, 9, 4)
    articles = (Article("fr", "Macron a reçu Zelensky.", day, "fr"), Article("de", TEXT, day))
    settings = Settings()
    origins = Origins(settings)
    made = work(settings, Task(1, articles, {article.id: origins(article) for article in articles}))
    assert set(made.made) == {"de"}
    assert made.made["de"].relations["hosts"] == 1
    assert list(made.failed) == ["fr"]
    assert "'fr'" in made.failed["fr"]
