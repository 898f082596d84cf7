"""From German news articles to statements about political actors: the only package of the three that imports spaCy."""
