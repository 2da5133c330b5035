"""However a source folder changes, the newest edition holds just what it holds, and no revision ever falls."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.bundle.keyring import create_keys
from reader.model.publication import Kind
from reader.publish import Options, pack
from reader.publish.output import open_output
from reader.publish.state import read_state
from reader.sources import open_source
from reader.sync import verify_bundle

NAMES = st.sampled_from(["snow", "ice", "rain", "hail"])
SOURCES = st.dictionaries(NAMES, st.sampled_from(["one", "two", "three"]), min_size=1)


@settings(max_examples=15, deadline=None)
@given(st.lists(SOURCES, min_size=1, max_size=5), st.sampled_from(["out", "out.zip"]))
def test_the_newest_edition_is_the_source(sources, place):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keyring = create_keys(folder / "keys", None)
        highest: dict[str, int] = {}
        for source in sources:
            write(folder / "source", source)
            packed = pack(folder / "source", folder / place, keyring, Options(published="2019-06-03"))
            state = state_of(folder / place, keyring)
            held = {key: state.visible((Kind.ARTICLE, key)) for _kind, key in state.objects}
            seen = {key: one.data.decode() for key, one in held.items() if one is not None}
            assert seen.keys() == source.keys()
            assert all(text.endswith(f"\n{source[key]}") for key, text in seen.items())
            assert packed.articles == len(source)
            for key, one in held.items():
                if one is not None:
                    assert one.revision >= highest.get(key, 0)
                    highest[key] = one.revision
        with open_source(folder / place) as opened:
            assert verify_bundle(opened, keyring.publication).problems == []


def write(folder, source):
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    (folder / "publication.toml").write_text('[publication]\ntitle = "W"\nlanguage = "en"\n')
    for path in articles.iterdir():
        path.unlink()
    for key, text in source.items():
        (articles / f"{key}.md").write_text(f"---\ntitle: {key}\ndate: 2019-06-03\n---\n{text}\n")


def state_of(out, keyring):
    source = open_output(out).source()
    try:
        return read_state(source, keyring)
    finally:
        source.close()
