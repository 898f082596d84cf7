"""From statements to store, queries, network, page and command line."""
