"""Programs beside ours: Oxigraph's own server over a folder, and a Wikidata endpoint that knows who holds an office now."""
