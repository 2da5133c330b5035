"""A monkey at the window: seeded random use of everything that it has, until something gives way.

``python -m tests.monkey --seeds 20 --steps 400`` walks many seeds, each in a process of its own; ``pytest tests/monkey --seeds 20 --steps 400``
does the same as tests, and two short walks without these. A walk that fails says its seed, its last steps, and how to walk it again.

What lives here: where a walk takes place (``world``), random events (``hand``), what is done with them (``deeds``), what must
never be (``watch``), and the walk itself (``walk``). What must not: a filter that hides what a person would see.
"""
