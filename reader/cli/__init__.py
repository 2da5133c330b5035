"""The command line: argument parsing, exit codes, progress on a terminal, text and JSON.

What lives here: one file a verb in ``commands``, each with ``add`` (its parser, with an example in its help) and ``run``.
What must not: anything a window would have to write again; that belongs in ``reader.library``.
"""
