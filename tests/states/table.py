"""Which states: each pane's states once, and themes, languages and sizes spread over them so that each meets the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.ui.panes import Pane
from tests.states import ways

if TYPE_CHECKING:
    from tests.states.ways import Way

WIDE, TWO, ONE, SMALLEST = (1400, 900), (820, 700), (420, 800), (360, 600)
Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
_READ = "what-a-signature-proves"


@dataclass(frozen=True, slots=True)
class State:
    """A name, the way there, and in what window. One that writes has a library of its own."""

    name: str
    way: Way
    theme: str = "light"
    language: str = "en"
    size: tuple[int, int] = WIDE
    text_percent: int = 100
    has_library: bool = True
    writes: bool = False


STATES = (
    State("first-start", ways.nothing, has_library=False),
    State("first-start-dark-ar", ways.nothing, "dark", "ar", TWO, has_library=False),
    State("first-start-one-pane", ways.nothing, "sepia", "ru", ONE, 125, has_library=False),
    State("reading", ways.article(_READ)),
    State("reading-sepia", ways.article("pack-horse-librarians"), "sepia"),
    State("reading-dark-ar", ways.article("timbuktu-manuscripts.ar"), "dark", "ar"),
    State("reading-contrast-ug", ways.article("reading-without-a-network.ug"), "contrast", "ug"),
    State("reading-zh", ways.article("dunhuang-library-cave.zh"), "light", "zh-Hans"),
    State("reading-ru-125", ways.article("what-a-signature-proves.ru"), "light", "ru", WIDE, 125),
    State("reading-two-panes", ways.article(_READ), "sepia", "fr", TWO),
    State("reading-one-pane", ways.article("pack-horse-librarians"), size=ONE),
    State("reading-one-pane-ar", ways.article("timbuktu-manuscripts.ar"), "dark", "ar", ONE),
    State("list-one-pane-125", ways.node("latest"), "light", "ru", ONE, 125),
    State("navigation-one-pane", ways.node("latest", pane=Pane.NAVIGATION), "dark", "kk", ONE),
    State("navigation-two-panes", ways.node("latest", pane=Pane.NAVIGATION), "light", "es", TWO),
    State("section", ways.node("section:drives"), "contrast"),
    State("author", ways.node("author:d-okafor"), "sepia"),
    State("series", ways.node("series:the-long-way-round")),
    State("glossary", ways.node("glossary", pane=Pane.READING), "light", "fr"),
    State("starred-empty", ways.node("starred"), "sepia", "es"),
    State("notes-empty-ug", ways.node("notes"), "light", "ug", TWO),
    State("search", ways.search("paper")),
    State("search-dark-ru", ways.search("ключ"), "dark", "ru"),
    State("search-two-panes-ar", ways.search("الشبكة"), "light", "ar", TWO),
    State("search-one-pane-125", ways.search("paper"), "sepia", "en", ONE, 125),
    State("search-facets", ways.facets("paper"), "sepia"),
    State("search-facets-one-pane-ar", ways.facets("الشبكة"), "dark", "ar", ONE, 125),
    State("search-nothing", ways.search("xylophone zebra"), "contrast"),
    State("search-hint", ways.search("samisdat"), "light"),
    State("search-folded", ways.opened_hit("ed25519")),
    State("search-folded-ar-125", ways.opened_hit("ed25519"), "dark", "ar", TWO, 125),
    State("search-hit", ways.opened_hit("library"), "dark"),
    State("search-help", ways.node("search-help", pane=Pane.READING), "light", "zh-Hans"),
    State("suggestions", ways.suggestions("pap")),
    State("suggestions-one-pane", ways.suggestions("pap"), "dark", "en", ONE),
    State("map", ways.node("map", pane=Pane.READING)),
    State("map-dark-two-panes", ways.node("map", pane=Pane.READING), "dark", "ru", TWO),
    State("map-one-pane-ar", ways.node("map", pane=Pane.READING), "contrast", "ar", ONE),
    State("timeline", ways.node("timeline", pane=Pane.READING), "sepia"),
    State("timeline-one-pane", ways.node("timeline", pane=Pane.READING), "light", "ru", ONE, 125),
    State("sync-offer", ways.offer, has_library=False),
    State("sync-offer-one-pane", ways.offer, "dark", "ru", ONE, 125, has_library=False),
    State("sync-up-to-date-ar", ways.offer, "light", "ar"),
    State("sync-running", ways.running, "sepia", has_library=False),
    State("sync-error-two-panes", ways.refused, "light", "fr", TWO),
    State("gallery", ways.gallery, "light"),
    State("address-outside", ways.outside),
    State("address-outside-one-pane-ug-150", ways.outside, "dark", "ug", ONE, 150),
    State("note", ways.command("note", "Compare with the carbon copies."), writes=True),
    State("footnote", ways.footnote, "sepia"),
    State("find", ways.command("find", "key"), "dark"),
    State("find-one-pane-125", ways.command("find", "key"), "light", "ru", ONE, 125),
    State("contents", ways.command("contents", identity="reading-without-a-network"), "light"),
    State("contents-one-pane-ar", ways.command("contents", identity="reading-without-a-network.ar"), "dark", "ar", ONE),
    State("appearance", ways.appearance, "light"),
    State("appearance-one-pane-ug", ways.appearance, "dark", "ug", ONE),
    State("go-to", ways.command("go_to", "sc"), "contrast"),
    State("keys", ways.command("help"), "sepia"),
    State("keys-ar-two-panes", ways.command("help"), "dark", "ar", TWO),
    State("beside", ways.beside(_READ, "ug")),
    State("beside-dark-zh", ways.beside("what-a-signature-proves.ru", "zh"), "dark", "zh-Hans"),
    State("beside-two-panes-ar", ways.beside(_READ, "ar"), "sepia", "ar", TWO),
    State("beside-one-pane", ways.beside(_READ, "ru"), "light", "en", ONE),
    State("selected", ways.pressed(Key.Key_Down, Key.Key_Down, modifier=SHIFT), "light"),
    State("list-menu-ar", ways.list_menu, "dark", "ar"),
    State("by-day", ways.by_day, "sepia", "fr"),
    State("filing", ways.pressed(Key.Key_B, words="Bo"), "contrast"),
    State("filing-one-pane-ug", ways.pressed(Key.Key_B), "light", "ug", ONE),
    State("collection", ways.collection, "dark", writes=True),
    State("own-row-menu", ways.own_row_menu, "sepia", writes=True),
    State("own-row-menu-ug", ways.own_row_menu, "dark", "ug", writes=True),
    State("preferences", ways.preferences("Reading")),
    State("preferences-ar", ways.preferences("Appearance"), "dark", "ar"),
    State("preferences-one-pane-125", ways.preferences("Notifications"), "light", "ru", ONE, 125),
    State("preferences-keys", ways.preferences("Keys"), "contrast"),
    State("preferences-keys-two-panes", ways.preferences("Keys"), "sepia", "zh-Hant", TWO),
    State("numbered-ar", ways.numbered("timbuktu-manuscripts.ar"), "sepia", "ar", writes=True),
    State("keep-nothing", ways.keep_nothing, "dark"),
    State("keep-nothing-one-pane-ug", ways.keep_nothing, "light", "ug", ONE, 125),
    State("removal", ways.removal),
    State("removal-dark-fr", ways.removal, "dark", "fr"),
    State("removal-one-pane-ar", ways.removal, "light", "ar", ONE, 125),
    State("publication-menu", ways.publication_menu),
    State("publication-menu-dark", ways.publication_menu, "dark", "ru"),
    State("publication-menu-ar", ways.publication_menu, "light", "ar"),
    State("sync-menu-ug", ways.sync_menu, "dark", "ug"),
    State("damaged-one-pane-125", ways.damaged, "light", "ru", ONE, 125),
    State("damaged-sync-ar", ways.damaged_sync, "sepia", "ar", TWO),
    State("search-smallest-150", ways.search("paper"), "dark", "ru", SMALLEST, 150),
    State("map-smallest-125", ways.node("map", pane=Pane.READING), "light", "ru", SMALLEST, 125),
    State("appearance-smallest-150", ways.appearance, "light", "ru", SMALLEST, 150),
    State("first-start-smallest-150", ways.nothing, "contrast", "ru", SMALLEST, 150, has_library=False),
    State("sync-running-smallest-125", ways.running, "dark", "ar", SMALLEST, 125, has_library=False),
    State("marked-read", ways.marked_read, "light", "zh-Hans", TWO),
)
