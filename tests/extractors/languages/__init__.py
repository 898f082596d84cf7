"""Tests of the rooms of languages."""
