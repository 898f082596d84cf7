"""The recipe of the embedded pipeline: how it was trained, and how to train it anew (README.md)."""
