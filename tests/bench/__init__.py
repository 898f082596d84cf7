"""Benchmarks: ratios side by side in one run, printed, never asserted by the test run."""
