"""`diplograph serve`: a SPARQL endpoint on this machine."""

from typing import Annotated

import typer

from graph.cli.terminal import UserError, messages
from graph.services.oxigraph import LOOPBACK
from graph.services.oxigraph import serve as run
from graph.storage.backend import StoreError


def serve(
    store: Annotated[str, typer.Option("--store", metavar="DIR", help="The folder of the graph.")] = "kg",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on 127.0.0.1.")] = 7878,
) -> None:
    """Serve the graph read-only as a SPARQL endpoint with a query page, for this machine alone. Ends with Ctrl-C.

    Example: diplograph serve --store kg/
    """
    messages().print(f"query page: http://{LOOPBACK}:{port}/   endpoint: http://{LOOPBACK}:{port}/query", markup=False)
    try:
        run(store, port)
    except StoreError as error:
        raise UserError(str(error)) from error
