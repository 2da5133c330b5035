"""``packhorse``: choose the verb, run it, turn what goes wrong into a sentence and an exit code.

Exit codes: 0 done, 1 refused or failed, 2 wrong use, 3 partly done, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.output import tell, tell_error
from reader.errors import Cancelled, PackhorseError
from reader.paths import default_data_dir

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, FAILED, WRONG_USE, PARTLY, INTERRUPTED = 0, 1, 2, 3, 130

VERBS = {
    "sync": "bring an edition from a folder or a zip into the library",
    "search": "search the library",
    "saved": "list the searches that you keep, keep one more or less",
    "collections": "list your collections, file articles in one, print its citations",
    "list": "list the articles of a section, tag, author, region, series...",
    "show": "print an article",
    "related": "list the stories that go with an article",
    "status": "show publications, editions, sizes and the state of the index",
    "remove": "take a publication out of the library",
    "repair": "check everything, mend the catalogue, rebuild the index",
    "keygen": "make the keys of a new publication",
    "pack": "make a signed bundle from a source folder",
    "verify": "check every signature and digest of a bundle",
    "index": "index what waits (the window starts this by itself)",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a test's stream has none
    verb = arguments[0] if arguments and arguments[0] in VERBS else "window"
    command = importlib.import_module(f"reader.cli.commands.{verb}")
    parser = _parser(verb, command.EXAMPLE)
    command.add(parser)
    parse = getattr(command, "parse", argparse.ArgumentParser.parse_args)
    args = parse(parser, arguments[1:] if verb in VERBS else arguments)
    return _run(command.run, args)


def _run(run: object, args: argparse.Namespace) -> int:
    assert callable(run)
    try:
        code = int(run(args))
        sys.stdout.flush()  # here, where a reader that went away is met quietly, and not at the interpreter's end
    except (KeyboardInterrupt, Cancelled):
        tell("packhorse: stopped. Nothing is broken; start again and it goes on.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (head, less): end quietly, as other tools do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except PackhorseError as error:
        tell_error(error)
        return FAILED
    return code


def _parser(verb: str, example: str) -> argparse.ArgumentParser:
    prog = "packhorse" if verb == "window" else f"packhorse {verb}"
    verbs = "\n".join(f"  {name:<11} {text}" for name, text in VERBS.items() if name != "index")
    parser = argparse.ArgumentParser(
        prog=prog,
        description=_sentence(VERBS[verb])
        if verb in VERBS
        else "Packhorse, an offline reader. Alone, it opens the window.",
        epilog=(f"verbs (packhorse VERB --help for each):\n{verbs}\n\n" if verb == "window" else "")
        + f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=default_data_dir(),
        metavar="DIR",
        help="the library's folder (default: %(default)s)",
    )
    if verb == "window":
        parser.add_argument("--version", action="version", version=f"packhorse {__version__}")
    else:
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    return parser


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
