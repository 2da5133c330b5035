"""``python -m reader`` is ``packhorse``."""

import sys

from reader.cli.main import main

sys.exit(main())
