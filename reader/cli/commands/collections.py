"""``packhorse collections``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import emit, say, tell
from reader.library import Library, collections
from reader.library.bibliography import bibliography
from reader.library.read import key_of
from reader.model.labels import CitationLabels

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.model.collection import Collection

EXAMPLE = "packhorse collections --add 'Winter roads' pack-horse-librarians"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--add", nargs="+", metavar=("TITLE", "ARTICLE"), help="file articles in a collection, made where there is none"
    )
    change.add_argument("--take-out", nargs="+", metavar=("TITLE", "ARTICLE"), help="take articles out of a collection")
    change.add_argument("--rename", nargs=2, metavar=("TITLE", "NEW"), help="give a collection another title")
    change.add_argument("--remove", metavar="TITLE", help="remove a collection; its articles stay in the library")
    change.add_argument("--export", metavar="TITLE", help="print a citation for each article of a collection")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="of --export (default: text)")


def run(args: argparse.Namespace) -> int:
    """Print the collections, or change or export one. A collection is named by its title or number."""
    with Library.open(args.data_dir) as library:
        if args.export is not None:
            return _export(library, args)
        if args.remove is not None:
            collections.remove(library, collections.find(library, args.remove).id)
            return 0
        found = _changed(library, args)
    for one in found:
        if args.json:
            emit({"id": one.id, "title": one.title, "articles": one.count})
        else:
            say(f"{one.id:4}  {one.title}: {one.count}")
    if not found:
        tell("packhorse: there is no collection.")
    return 0


def _changed(library: Library, args: argparse.Namespace) -> Sequence[Collection]:
    """The collection that was changed, as it is now; all where nothing was asked for."""
    if args.add:
        keys = [key_of(library, one) for one in args.add[1:]]
        one = collections.create(library, args.add[0])
        collections.add(library, one.id, keys)
    elif args.take_out:
        one = collections.find(library, args.take_out[0])
        collections.take_out(library, one.id, [key_of(library, name) for name in args.take_out[1:]])
    elif args.rename:
        one = collections.find(library, args.rename[0])
        collections.rename(library, one.id, args.rename[1])
    else:
        return collections.listed(library)
    return (collections.get(library, one.id),)


def _export(library: Library, args: argparse.Namespace) -> int:
    one = collections.find(library, args.export)
    told = bibliography(library, one, CitationLabels(), markdown=args.format == "markdown")
    if args.json:
        emit({"id": one.id, "title": one.title, args.format: told})
    else:
        say(told)
    return 0
