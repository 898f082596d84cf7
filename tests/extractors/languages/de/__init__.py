"""Tests of the German grammar."""
