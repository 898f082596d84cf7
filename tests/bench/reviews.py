"""How long a processor needs to bring a thousand judgements into force: `python -m tests.bench.reviews`."""

import sys
import tempfile
import time

from graph.knowledge import KnowledgeGraph
from graph.reviews.lines import checked
from graph.reviews.resolving import resolved
from graph.statements.stored import stored
from tests.bench.synthetic import extractions

VERDICTS = ("confirmed", "rejected", "amended")


def seconds(number: int = 1000, statements: int = 20_000, address: str | None = None) -> float:
    """Seconds of processor time to resolve and apply so many judgements to a folder (or another store) of so many statements."""
    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph(address or f"{folder}/kg") as graph:
        graph.load(extractions(statements))
        every = stored(graph)
        lines = [
            checked(
                {"statement": one.iri, "verdict": VERDICTS[n % 3]} | ({"relation": "meets"} if n % 3 == 2 else {}),
                f"{n}",
            )
            for n, one in enumerate(every[:: max(1, len(every) // number)][:number])
        ]
        started = time.process_time()
        made, wrong = resolved(graph, lines, "bench")
        assert not wrong, wrong[:3]
        middle = time.process_time()
        graph.take(made)
        ended = time.process_time()
        sys.stdout.write(f"resolved {middle - started:.2f} s, in force {ended - middle:.2f} s\n")
        return ended - started


if __name__ == "__main__":
    for size in (10_000, 20_000):
        sys.stdout.write(
            f"{seconds(statements=size):.2f} s of processor time for 1,000 judgements on {size:,} statements\n"
        )
