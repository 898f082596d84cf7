"""What the columns of `diplograph analyze` say: under each table, and in --help. Without what takes long to import."""

from collections.abc import Mapping

ACTS = {
    "aligned": "acts of alignment: support, praise, aid, arms, alliance, cooperation, pledges, recognition, membership of one "
    "alliance, and joint acts (one sentence lets both do the same to a third)",
    "conflict": "acts of conflict: force, occupation, sanctions, accusation, criticism, threat, warning, rejection, expulsion, detention",
    "contacts": "acts of mere talk: meetings, visits, calls, negotiations, agreements; they weigh nothing",
    "articles": "articles that report the acts; copies of one text are one",
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "actors": {
        "label": "the actor",
        "friends": "actors with whom it is aligned",
        "opponents": "actors to whom it is opposed",
        **ACTS,
        "initiated": "acts of alignment or conflict that it did",
        "received": "those that were done to it",
        "initiative": "the share of those that it did, 0 to 1",
        "pagerank": "rank among ties of alignment, all ranks summing to 1",
        "betweenness": "share of the shortest paths of alignment between others that lead through it",
        "reciprocity": "how much of what it did came back from the same, 0 to 1",
    },
    "ties": {
        "a, b": "two actors",
        **ACTS,
        "kind": "aligned: most of what they do is alignment, with a probability of 0.8 or more by the counts; opposed: most is "
        "conflict, as surely; divided: four acts or more that decide neither; thin: fewer",
        "sure": "the probability that most of what the two do is alignment, Beta(aligned + 1, conflict + 1) beyond one half",
    },
    "camps": {
        "camp": "its number, and the alliance to which most of its members belong; else it is called by the strongest, who stand first",
        "size": "how many members it has, three at least",
        "aligned": "acts of alignment inside",
        "conflict": "acts of conflict inside",
        "articles": "articles that report them",
        "members": "each with its share: in how much of the resamples of the articles it is together with the others, 0 to 1",
    },
    "between camps": {
        "actor": "who is aligned with or opposed to somebody for sure, and in no camp",
        "nearest": "the camp with whose members it is together most often",
        "share": "in how much of the resamples, 0 to 1",
    },
    "brokers": {
        "label": "the actor",
        "camp": "the camp that it belongs to, empty between camps",
        "across": "acts of alignment with members of other camps",
        "articles": "articles behind its ties with members of camps",
        "partners": "the number of these camps",
        "participation": "how evenly its acts of alignment spread over the camps, 0 to 1",
        "betweenness": "share of the shortest paths of alignment between others that lead through it",
        "mediations": "statements in which it mediates",
        "score": "across × participation",
    },
    "unbalanced triangles": {
        "unbalanced triangle": "three actors with an odd number of opposed ties",
        "kinds": "the ties first–second, first–third, second–third: aligned (+) or opposed (-), with acts of alignment : of conflict",
        "sentences": "one for each tie",
    },
    "ties that the split breaks": {
        "weight": "ln((aligned + 1) / (conflict + 1)) of a tie that is opposed inside a half or aligned between the halves",
    },
    "months": {"month": "from the first to the last with an act; one of which nobody wrote is empty", **ACTS},
    "moves": {
        "since": "the first day of the window in which it stands elsewhere",
        "label": "the actor",
        "before": "the camp that it stood in when last it stood in one",
        "after": "the camp that it stands in now",
        "acts": "its acts in the window of alignment with the new camp and of conflict with the old one",
        "articles": "articles that report them",
        "sentence": "the one of them that most articles report",
    },
    "contested": {
        "fact": "what one affirms and another denies, of days at most two weeks apart",
        "affirmed": "who says so (the source, else the article), the day, and the sentence",
        "denied": "the same of who denies it",
    },
    "ties that differ": {
        "a, b": "two actors",
        "change": "gained: sure in the second alone; lost: sure in the first alone; turned: aligned in one and opposed in the other",
        "first, second": "the kind of the tie in each, with acts of alignment : of conflict, and articles",
        "sentence": "the one of the side that most articles report",
    },
}


def explained(table: str, shown: tuple[str, ...] = ()) -> str:
    """The columns of a table in words, on one line each; of those shown alone, where some are."""
    known = COLUMNS.get(table, {})
    return "\n".join(f"{name}: {text}" for name, text in known.items() if not shown or set(name.split(", ")) & {*shown})


def epilog() -> str:
    """All columns of all tables, for --help."""
    return "\n\n".join(
        f"{table}:\n\n" + "\n\n".join(f"{n}: {t}" for n, t in columns.items()) for table, columns in COLUMNS.items()
    )
