"""Pictures of the window's states, on the sample publication. ``python -m tests.states FOLDER`` draws them for a person to look at.

``table`` says which; ``ways`` how to get there by keys and commands; ``stage`` is the window in which it happens; ``sample`` makes the
library; ``structure`` and ``accessible`` say what is wrong with a state without looking at pixels, for ``tests/gui/test_states.py``.
"""
