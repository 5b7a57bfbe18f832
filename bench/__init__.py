"""Benchmarks: each number beside its baseline or target, measured in one run."""
