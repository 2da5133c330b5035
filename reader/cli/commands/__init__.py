"""The verbs, one a file. ``reader.cli.main`` imports a verb only when it is called, so that help and ``list`` start fast."""
