"""The main job with real posts: packed, synced, indexed, opened; and the edition after it, with little that is new."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.opening import ARTICLES
from tests.bench.processes import Usage, job, reader
from tests.bench.report import Section, Table, number, ratio
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.options import Options

TITLE = "From a folder of posts to reading"
INVENTED = 1_800
NEXT_EDITION = (
    "The next edition: 1 % of the posts changed, 1 % new. Where a link to a new post led nowhere before, the post with the link is updated "
    "too. To reach: at most 2.5 × the patch, which is of the Markdown itself and fits exactly the edition before."
)
PUBLICATION = '[publication]\ntitle = "Posts"\nlanguage = "en"\n'


def measure(options: Options) -> Section:
    """Both editions, and what other archives make of the same files."""
    source = _source(options)
    job("edit_posts", "hold", source)
    before = options.work / "before"
    shutil.copytree(source, before)
    steps = _steps(options, source)
    whole = job("archives", source).facts
    job("edit_posts", "change", source)
    delta = _delta(options, source)
    patch = job("archives", source, before).facts
    packed = steps["pack"].facts
    sort = "the given folder of posts, its front matter as it is" if options.posts else "invented posts"
    about = (
        f"{packed['articles']:,} articles from {number(whole['raw'] / 1e6)} MB of Markdown: {sort}. Each step is a process of its own, started cold; "
        "`index` is the process that the window starts."
    )
    return Section(
        TITLE,
        (
            about,
            Table(("step", "wall s", "CPU s", "articles / s", "peak MB"), _step_rows(steps, packed["articles"])),
            _opened(steps["open"]),
            Table(("size", "MB", "to the zip's"), _sizes(options, whole, packed["bytes"])),
            NEXT_EDITION,
            Table(
                ("delta", "KB", "requests", "wall s", "to the patch"), _delta_rows(steps["sync"], delta, patch["patch"])
            ),
        ),
    )


def _source(options: Options) -> Path:
    source = options.work / "posts"
    if options.posts:
        shutil.copytree(options.posts, source / "articles", copy_function=shutil.copyfile)
    else:
        job("make_posts", source / "articles", corpus.articles(options, INVENTED))
    (source / "publication.toml").write_text(PUBLICATION, encoding="utf-8")
    return source


def _steps(options: Options, source: Path) -> dict[str, Usage]:
    library = options.work / "posts-library"
    reader("keygen", options.work / "posts-keys", "--no-passphrase", "--json")
    pack = _pack(options, source)
    return {
        "pack": pack,
        "sync": job("sync_bundle", library, options.work / "posts-bundle"),
        "index": reader("index", "--data-dir", library, "--json"),
        "open": job("open_pages", library, ARTICLES),
    }


def _pack(options: Options, source: Path) -> Usage:
    out, keys = options.work / "posts-bundle", options.work / "posts-keys"
    return reader("pack", source, out, "--keys", keys, "--json")


def _delta(options: Options, source: Path) -> dict[str, Usage]:
    library = options.work / "posts-library"
    return {
        "pack": _pack(options, source),
        "sync": job("sync_bundle", library, options.work / "posts-bundle"),
        "index": reader("index", "--data-dir", library, "--json"),
    }


def _step_rows(steps: dict[str, Usage], articles: int) -> list[tuple[str, ...]]:
    rows = []
    for name, usage in steps.items():
        count = ARTICLES if name == "open" else articles
        shown = f"`open` {ARTICLES} of them" if name == "open" else f"`{name}`"
        rows.append((shown, number(usage.wall), number(usage.cpu), number(count / usage.wall), number(usage.peak_mb)))
    return rows


def _opened(usage: Usage) -> str:
    whole = [page + shown for page, shown in zip(usage.facts["page"], usage.facts["shown"], strict=True)]
    middle, most = percentile(whole, 50), percentile(whole, 95)
    return f"An article from its key to painted: p50 {number(middle)} ms, p95 {number(most)} ms."


def _sizes(options: Options, archives: dict[str, int], bundle: int) -> list[tuple[str, ...]]:
    library = options.work / "posts-library"
    sizes = {
        "the bundle": bundle,
        "`zip -9` of the same Markdown": archives["zip"],
        "the library": corpus.size_of(library),
        "of that, its index": corpus.size_of(library / "index"),
    }
    return [(name, number(size / 1e6), ratio(size, archives["zip"])) for name, size in sizes.items()]


def _delta_rows(first: Usage, delta: dict[str, Usage], patch: int) -> list[tuple[str, ...]]:
    whole, small = first.facts, delta["sync"].facts
    came = f"{small['added']} new, {small['updated']} changed"
    return [
        ("the whole first edition", number(whole["bytes"] / 1e3), str(whole["requests"]), number(first.wall), ratio(whole["bytes"], patch)),
        (f"the delta: {came}", number(small["bytes"] / 1e3), str(small["requests"]), number(delta["sync"].wall), ratio(small["bytes"], patch)),
        ("solid archive, `zstd --patch-from`", number(patch / 1e3), "1", "", ratio(patch, patch)),
        ("`pack` of the second edition", "", "", number(delta["pack"].wall), ""),
        ("`index` of the delta", "", "", number(delta["index"].wall), ""),
    ]  # fmt: skip
