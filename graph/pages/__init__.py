"""Pages for people: how a template of ours is filled, and the page of the ontology. The explorer has a room of its own."""
