"""The review page, live: made of Starlette and uvicorn, on the loopback interface alone, for who knows the token in its address.

A page of another site in the same browser can send requests to this machine, and a name of its own may lead here. So every request
must know the token, name this host (else DNS could be rebound), and, where it writes, come from this page's own origin with JSON.
"""

import json
import secrets
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from graph.explorer.page import page_html
from graph.explorer.reviewing import offered
from graph.knowledge import KnowledgeGraph
from graph.rdf.names import article_iri
from graph.reviews.judgement import ReviewError
from graph.reviews.lines import checked
from graph.reviews.resolving import resolved
from graph.services.oxigraph import LOOPBACK
from graph.storage.backend import StoreError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

# A judgement is a few hundred bytes, with a long reason some thousand.
LARGEST = 200_000
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Desk:
    """A graph under review: its page, and one judgement after the other, each on disk before it is answered."""

    def __init__(self, graph: KnowledgeGraph, by: str, lang: str) -> None:
        """`by` is who judges where the page does not say it."""
        self.graph, self.by, self.lang = graph, by, lang
        # A store has one writer; two browsers take turns.
        self.turn = threading.Lock()

    def page(self) -> str:
        """The page of the graph as it stands."""
        with self.turn:
            network = self.graph.network(lang=self.lang)
            review = offered(self.graph, network, live=True, by=self.by)
        # Who reviews sees what is least sure, too.
        return page_html(network, language=self.lang, review=review, sure=0.0)

    def take(self, says: dict[str, Any]) -> str:
        """Put a judgement in force; the IRI of what it judges. Raises `ReviewError` and `StoreError`."""
        line = checked(says, "judgement")
        with self.turn:
            made, wrong = resolved(self.graph, [line], self.by)
            if wrong:
                raise ReviewError(wrong[0])
            self.graph.take(made)
        return made[0].target

    def text(self, article: str) -> str:
        """The text of an article (id), "" where it was not kept."""
        with self.turn:
            rows = self.graph.query(f"SELECT ?text {{ {article_iri(article)} dg:text ?text }}").rows
        return rows[0][0] if rows else ""


def application(desk: Desk, token: str, hosts: frozenset[str]) -> "Starlette":
    """The application for a desk; `hosts` are the names and ports under which it may be asked for.

    Raises `StoreError` without Starlette.
    """
    try:
        from starlette.applications import Starlette
        from starlette.concurrency import run_in_threadpool
        from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
        from starlette.routing import Route
    except ImportError as error:
        raise StoreError("the review page needs Starlette and uvicorn: pip install 'diplograph[review]'") from error

    def refusal(request: "Request", *, writes: bool = False) -> "Response | None":
        host = request.headers.get("host", "")
        if host not in hosts:
            return PlainTextResponse("not here", 421, HEADERS)
        if not secrets.compare_digest(request.path_params["token"].encode(), token.encode()):
            return PlainTextResponse("not found", 404, HEADERS)
        foreign = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        if writes and (foreign or request.headers.get("origin") != f"http://{host}"):
            return JSONResponse({"error": "another site's page cannot judge"}, 403, HEADERS)
        if writes and request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return JSONResponse({"error": "a judgement is sent as JSON"}, 415, HEADERS)
        return None

    async def page(request: "Request") -> "Response":
        return refusal(request) or HTMLResponse(await run_in_threadpool(desk.page), headers=HEADERS)

    async def judge(request: "Request") -> "Response":
        if refused := refusal(request, writes=True):
            return refused
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                return JSONResponse({"error": "the judgement is too long"}, 413, HEADERS)
        try:
            says = json.loads(body)
            if not isinstance(says, dict):
                raise ReviewError("a judgement is a JSON object")
            iri = await run_in_threadpool(desk.take, says)
        except (ValueError, RecursionError, ReviewError) as error:
            return JSONResponse({"error": str(error)}, 400, HEADERS)
        except StoreError as error:
            return JSONResponse({"error": str(error)}, 500, HEADERS)
        return JSONResponse({"judges": iri}, 200, HEADERS)

    async def article(request: "Request") -> "Response":
        if refused := refusal(request):
            return refused
        return JSONResponse(
            {"text": await run_in_threadpool(desk.text, request.query_params.get("id", ""))}, 200, HEADERS
        )

    return Starlette(
        routes=[
            Route("/{token}/", page, methods=["GET"]),
            Route("/{token}/judgements", judge, methods=["POST"]),
            Route("/{token}/article", article, methods=["GET"]),
        ]
    )


def serve(store: str, port: int, by: str, lang: str, told: Callable[[str], None]) -> None:
    """Serve the review page of a store until the user ends it; `told` gets its address. Raises `StoreError`."""
    try:
        import uvicorn
    except ImportError as error:
        raise StoreError("the review page needs Starlette and uvicorn: pip install 'diplograph[review]'") from error
    token = secrets.token_urlsafe(24)
    # A graph that does not exist is named before a folder is made for it.
    with KnowledgeGraph(store, read_only=True):
        pass
    with KnowledgeGraph(store) as graph, socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
        except OSError as error:
            raise StoreError(f"port {port} is taken ({error.strerror}); choose another with --port") from error
        # From here on requests wait, even before the server runs.
        listening.listen()
        place = listening.getsockname()[1]
        hosts = frozenset(f"{name}:{place}" for name in (LOOPBACK, "localhost"))
        made = application(Desk(graph, by, lang), token, hosts)
        config = uvicorn.Config(
            made, log_level="warning", access_log=False, server_header=False, ws="none", lifespan="off"
        )
        told(f"http://{LOOPBACK}:{place}/{token}/")
        uvicorn.Server(config).run(sockets=[listening])
