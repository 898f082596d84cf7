"""What a person corrects stays corrected: judgements on statements and actors, kept over every rebuild, and what they make of the graph.

judgement    the value: verdict, reviewer, time, reason
lines        judgements as JSON lines; resolving: what these mean in a store
sheet        judgements as a spreadsheet
triples      judgements as RDF
anchoring    a judged statement found again
applied      what judgements make of an article, identity: of actors; delta: how it is undone
book         taken, put in force in a store, in what is built later, listed where they find nothing
views        the graph as it was extracted, and the confirmed part
queue        what to judge next; agreement: what reviewers say of the same statements
"""
