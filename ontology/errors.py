"""The exceptions of diplograph, in the lowest folder so that all may raise them."""


class DiplographError(Exception):
    """Everything that diplograph raises of its own accord; each message names the value, the reason and the way out.

    DiplographError
    ├── InputError (a ValueError)      what was handed in cannot be used
    │   ├── ArticleError, DateError    extractors.reading: an article, its date
    │   ├── PipelineError              extractors.pipeline: a spaCy pipeline
    │   ├── LexiconError               extractors.languages: a line of a table, or of a user's predicates
    │   ├── OwnActorsError             ontology.whoswho.own: a user's actors
    │   ├── GoldError                  graph.evaluation: an annotation
    │   ├── SeenError                  graph.services.seen: what a feed was seen to hold
    │   └── ReviewError                graph.reviews: a judgement
    ├── RequestError (a ValueError)    what was asked for cannot be had
    │   ├── LanguageError              extractors.languages: a language without rules
    │   ├── QueryError                 graph.queries: SPARQL, a named question
    │   ├── SelectionError             graph.statements: a filter
    │   ├── ExportError                graph.exports: a file format
    │   ├── FetchError                 graph.services.web: an address that gives nothing, or may not be asked
    │   └── PlotError                  graph.analysis.plots: a picture
    ├── StoreError                     graph.storage: a folder or endpoint that cannot be opened, read or written
    ├── EndpointError                  graph.services.wikidata: Wikidata, which does not answer
    ├── WorkerError                    graph.building: processes that cannot work
    └── UserError                      graph.cli: a mistake on the command line, with its exit code
    """


class InputError(DiplographError, ValueError):
    """Something handed in, such as a file, that cannot be used."""


class RequestError(DiplographError, ValueError):
    """Something asked for that cannot be had."""
