"""Cases by their names in Universal Dependencies (feature `Case`), for the rules and for every language's grammar."""

NOMINATIVE, ACCUSATIVE, DATIVE = "Nom", "Acc", "Dat"
