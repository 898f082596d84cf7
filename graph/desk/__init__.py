"""The reviewer's desk: the page of a graph, live, from a small server on this machine."""
