"""From statements to store, queries, network, page and command line. Rooms, from roof to ground; each depends on those below alone:

cli          the commands of `diplograph`
desk         the reviewer's page, live, from a server on this machine
knowledge    `KnowledgeGraph`, the one object over all rooms (also as `graph.store.KnowledgeGraph`)
building     from a stream of articles to a store: workers, batches, reports
exports      files for other programs
explorer     the interactive page
evaluation   a graph against gold statements, and against another graph
queries      the named questions
services     programs beside ours: Oxigraph's server, Wikidata's endpoint
reviews      what people judge: kept over every rebuild, and what it makes of the graph
pages        how a template is filled, and the page of the ontology
analysis     who stands with whom, who brokers, what changed
validation   the SHACL shapes, checked in a batch and over a store
statements   the one reader of stored statements, their selection, and their network
storage      what keeps articles' graphs: memory, folder, endpoint; updates and SPARQL
rdf          how everything is named, and the lines of N-Quads
demo         the embedded articles
"""

from graph.knowledge import KnowledgeGraph

__all__ = ["KnowledgeGraph"]
