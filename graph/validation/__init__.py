"""Validation against the SHACL shapes of the ontology: of a batch in milliseconds, of a store by pyshacl."""
