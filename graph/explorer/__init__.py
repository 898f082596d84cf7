"""The explorer: one self-contained page that shows the network and the sentence behind every edge."""

from graph.explorer.page import Inline, page_html, write_page

__all__ = ["Inline", "page_html", "write_page"]
