"""The words of a report, in the languages that it is written in."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "negated": "verneint", "planned": "geplant", "possible": "als möglich genannt", "claimed": "behauptet",
        "according": "laut {}", "place": "Ort: {}", "undated": "ohne eigenes Datum, Tag des Artikels",
        "basis": "Grundlage: Aussagen: {statements}, Berichte: {reports}, Medien: {outlets}, erschienen {span}.",
        "no day": "Ohne Datum", "also": "gleichlautend: {}", "link": "Artikel", "picture": "Aussagen je Monat",
        "cooperative": "kooperativ", "conflictual": "konfliktiv", "neutral": "neutral",
        "notes": "Methode und Grenzen", "between": "{} und {}", "alone": "{}", "period": "Alle Akteure", "span": ", {}",
        "method": "Zusammengestellt von diplograph {version}: Sätze aus Nachrichten, denen ein Programm Akteure, Beziehung und Tag"
        " zugeordnet hat; jede Zeile stützt sich auf den Satz, der unter ihr steht."
        " Die unsicherste Zuordnung hier hat die Konfidenz {least}.",
        "limits": "Niemand hat die Zuordnungen geprüft. Manche sind falsch, und viele Ereignisse fehlen: weil kein Artikel im Bestand sie"
        " meldet oder weil das Programm den Satz nicht verstanden hat. Wie oft, steht im README von diplograph."
        " Wer zitiert, zitiert den Artikel.",
        "dates": "Aussagen, die keinen Tag nennen: {undated}; sie stehen unter dem Tag, an dem der Artikel erschien.",
    },
    "en": {
        "negated": "negated", "planned": "planned", "possible": "called possible", "claimed": "claimed",
        "according": "according to {}", "place": "place: {}", "undated": "no date of its own, the article's day",
        "basis": "Basis: statements: {statements}, reports: {reports}, outlets: {outlets}, published {span}.",
        "no day": "Without a date", "also": "the same in: {}", "link": "article", "picture": "Statements by month",
        "cooperative": "cooperative", "conflictual": "conflictual", "neutral": "neutral",
        "notes": "Method and limits", "between": "{} and {}", "alone": "{}", "period": "All actors", "span": ", {}",
        "method": "Made by diplograph {version}: sentences of news to which a program gave actors, relation and day; each line rests on"
        " the sentence below it. The least sure one has a confidence of {least}.",
        "limits": "Nobody has checked them. Some are wrong, and many events are missing:"
        " because no article in the store reports them, or"
        " because the program did not understand the sentence. How often, diplograph's README says."
        " Whoever quotes, quotes the article.",
        "dates": "Statements that name no day: {undated}; they stand under the day on which the article appeared.",
    },
}  # fmt: skip
