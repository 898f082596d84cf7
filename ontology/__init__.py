"""What can be said: vocabulary, relations, shapes and actors, as data files with thin readers."""
