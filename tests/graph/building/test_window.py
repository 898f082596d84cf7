"""The window of tasks under way: order, size, and what is left of a task whose worker died."""

from extractors.article import Article
from graph.building.task import Result, Task
from graph.building.window import Share, Window
from graph.rdf.batch import Batch, Origin


def task(number: int, articles: int = 2) -> Task:
    made = tuple(Article(f"{number}-{n}", "x") for n in range(articles))
    return Task(number, made, {article.id: Origin("a", "b") for article in made})


def result(share: Share) -> Result:
    return Result(Batch({article.id: "" for article in share.task.articles}, {}), {})


def given(window: Window) -> Share:
    share = window.give()
    assert share is not None
    return share


def test_results_come_in_the_order_of_the_tasks() -> None:
    window = Window([task(0), task(1)], 5)
    first, second = given(window), given(window)
    assert window.give() is None
    window.put(second, result(second))
    assert list(window.done()) == []
    window.put(first, result(first))
    assert [done.number for done, _ in window.done()] == [0, 1]
    assert not window


def test_tasks_are_taken_only_as_there_is_room() -> None:
    taken = []
    window = Window((taken.append(n) or task(n) for n in range(10)), 3)
    shares = [given(window) for _ in range(3)]
    assert window.give() is None
    assert taken == [0, 1, 2]
    # The second is done, but the first is still to be committed.
    window.put(shares[1], result(shares[1]))
    assert window.give() is None
    window.put(shares[0], result(shares[0]))
    assert len(list(window.done())) == 2
    given(window)
    assert taken == [0, 1, 2, 3]


def test_a_task_without_articles_needs_no_worker() -> None:
    window = Window([task(0, 0), task(1)], 3)
    assert given(window).task.number == 1
    assert [done.number for done, _ in window.done()] == [0]


def test_of_a_task_that_killed_its_worker_each_article_is_tried_alone_and_one_fails() -> None:
    window = Window([task(0, 3)], 3)
    window.lose(given(window), "SIGKILL")
    alone = [given(window) for _ in range(3)]
    assert [len(share.task.articles) for share in alone] == [1, 1, 1]
    window.put(alone[2], result(alone[2]))
    window.lose(alone[1], "SIGKILL")
    assert not window.ready
    window.put(alone[0], result(alone[0]))
    ((done, results),) = window.done()
    assert done.number == 0
    assert [list(part.batch.articles) for part in results] == [["0-0"], [], ["0-2"]]
    assert results[1].failed == {"0-1": "SIGKILL"}
