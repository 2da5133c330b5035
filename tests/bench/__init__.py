"""Benchmarks: our figures beside a named reference, on the same content, in the same run. No test asserts a time.

``python -m tests.bench`` runs them all and rewrites ``RESULTS.md``. One file here is one benchmark; ``jobs/`` is what they
start as processes of their own, ``engines/`` the search engines that are compared. The benchmarks' own process loads
nothing large: Linux counts what a parent had resident into the peak memory of its children.
"""
