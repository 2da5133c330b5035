"""What is counted as articles come and go is what counting them anew gives."""

import sqlite3
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model.article import Tier
from reader.model.listing import LATEST
from reader.sources import open_source
from reader.store import Store
from reader.store.counts import Tally
from reader.store.schema import MIGRATIONS
from reader.sync import Allowance, synchronize
from tests.support.publisher import Publisher

IDS = ("a", "b", "c", "d")
FIELDS = st.fixed_dictionaries(
    {
        "section": st.sampled_from(("", "china", "world")),
        "series": st.sampled_from(("", "valley")),
        "language": st.sampled_from(("en", "ru")),
        "tags": st.lists(st.sampled_from(("snow", "road", "mule")), unique=True, max_size=3).map(tuple),
        "authors": st.sampled_from(((), ("umar",))),
    }
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), st.dictionaries(st.sampled_from(IDS), FIELDS, min_size=1, max_size=4)),
        st.tuples(st.just("withdraw"), st.sets(st.sampled_from(IDS), min_size=1, max_size=2)),
        st.tuples(st.just("drop"), st.integers(0, 5)),
        st.tuples(st.just("read"), st.sets(st.sampled_from(IDS), min_size=1)),
        st.tuples(st.just("unread"), st.sets(st.sampled_from(IDS), min_size=1)),
        st.tuples(st.just("forget"), st.none()),
    ),
    min_size=1,
    max_size=6,
)


def receive(store, publisher):
    with open_source(publisher.bundle) as source:
        synchronize(store, source, publisher.id, Allowance(tiers=tuple(Tier)))


def counted_anew(store):
    """From the rows of all lists, as a reader would: all articles, and those read."""
    keys = store.listing.keys(LATEST)
    read = {row.key for row in store.listing.rows(keys) if row.read}
    return +_counted(store, keys), +_counted(store, read)


def _counted(store, keys):
    found = Counter()
    for key in keys:
        article = store.catalogue.article(key)
        found["", ""] += 1
        found["lang", article.language] += 1
        for kind, values in (
            ("section", (article.section,)),
            ("series", (article.series,)),
            ("tag", article.tags),
            ("author", article.authors),
        ):
            found.update((kind, value) for value in values if value)
    return found


def tallied(store, publisher):
    counts = store.counts()
    tallies = {(kind, identity): tally for (_, kind, identity), tally in counts.by_node.items()}
    tallies["", ""] = counts.by_publication.get(publisher.id, Tally())
    articles = Counter({node: tally.articles for node, tally in tallies.items()})
    return +articles, +Counter({node: tally.read for node, tally in tallies.items()})


def mark(store, step, ids):
    if step == "forget":
        store.statuses.clear_history(read=True)
    else:
        rows = store.listing.rows(store.listing.keys(LATEST))
        store.statuses.set_read([row.key for row in rows if row.id in ids], "2019-01-01" if step == "read" else None)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_tallies_are_the_counts_after_any_steps(tmp_path_factory, steps):
    publisher = Publisher(tmp_path_factory.mktemp("publisher"))
    with Store.open(tmp_path_factory.mktemp("store") / "library") as store:
        held = set()
        for step, value in steps:
            if step == "publish":
                publisher.publish(*(publisher.article(identity, **fields) for identity, fields in value.items()))
                held |= set(value)
            elif step == "withdraw" and held & value:
                publisher.publish(withdraw=sorted(held & value))
                held -= value
            elif step == "drop" and publisher.edition.segments:
                segment = publisher.edition.segments[value % len(publisher.edition.segments)]
                store.drop_segment(publisher.id, segment.sha256)
                assert tallied(store, publisher) == counted_anew(store)
                continue
            elif step in {"read", "unread", "forget"}:
                mark(store, step, value)
            if publisher.edition.segments:
                receive(store, publisher)
            assert tallied(store, publisher) == counted_anew(store)


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_library_of_an_older_version_is_counted_once(tmp_path, version):
    folder = tmp_path / "library"
    folder.mkdir()
    old = sqlite3.connect(folder / "library.db")
    for number in range(version):
        old.executescript(MIGRATIONS[number])
    values = {"publication": "p", "revision": 1, "kind": "article", "language": "en", "section": "china"}
    for key, hidden in ((1, 0), (2, 0), (3, 1)):
        row = {**values, "key": key, "id": f"a{key}", "hidden": hidden}
        needed = [one[1] for one in old.execute("PRAGMA table_info(article)") if one[3] and one[1] not in row]
        row |= dict.fromkeys(needed, 0)
        names = ", ".join(row)
        old.execute(f"INSERT INTO article ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
        if not hidden:
            old.execute("INSERT INTO label VALUES ('tag', 'p', 'snow', ?, 0)", (key,))
    old.execute(
        "INSERT INTO status (publication, id, read_at) VALUES ('p', 'a1', '2019-01-01'), ('p', 'a3', '2019-01-01')"
    )
    old.execute("INSERT INTO meta VALUES ('identity', 'old')")
    old.execute(f"PRAGMA user_version = {version}")
    old.commit()
    old.close()
    with Store.open(folder) as store:
        counts = store.counts()
    assert counts.by_publication == {"p": Tally(2, 1)}
    assert counts.by_node["p", "section", "china"] == Tally(2, 1)
    assert counts.by_node["p", "tag", "snow"] == Tally(2, 1)
