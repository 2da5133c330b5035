"""All sections but the keys: which settings there are, under which names, and by which other words they are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.preferences.about import library_section
from reader.ui.preferences.choices import Actions, Choices, button_of
from reader.ui.preferences.making import one_of, one_of_many, steps, switch
from reader.ui.preferences.offered import (
    language_choices,
    spacing_choices,
    theme_choices,
    type_choices,
    width_choices,
)
from reader.ui.preferences.setting import Section, Setting
from reader.ui.preferences.style import ORDINARY, stepped_size
from reader.ui.reading.reading_clock import AT_ONCE, BY_HAND, SEEN
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.preferences.fields import Fields

_SYSTEM_SIZE, _SIZES = 100, (90, 100, 110, 125, 150)


def sections(window: MainWindow, fields: Fields) -> list[Section]:
    """Sections in the order of the list at the left; the keys come before the last one."""
    return [
        _reading(fields),
        _appearance(fields),
        _languages(window, fields),
        _lists(window),
        _searching(window),
        _notifications(fields),
        library_section(window),
    ]


def _reading(fields: Fields) -> Section:
    rules = {AT_ONCE: text("When it is opened"), SEEN: text("When it was seen"), BY_HAND: text("By hand only")}
    return Section(
        text("Reading"),
        (
            steps(
                fields, "text_size", text("Text size"), stepped_size, ORDINARY, text("zoom larger smaller font letters")
            ),
            one_of(fields, "serif", text("Type"), type_choices(), text("font typeface letters")),
            one_of(fields, "letters", text("Width"), width_choices(), text("column line length margins")),
            one_of(fields, "line_spacing", text("Lines"), spacing_choices(), text("line spacing height distance")),
            switch(
                fields,
                "paragraph_numbers",
                text("Numbers of paragraphs"),
                text("cite citation margin count figures"),
                text("In the margin, as citations count them; on paper, too."),
            ),
            switch(
                fields,
                "offer_browser",
                text("Offer the browser for addresses outside"),
                text("web internet network link open safety privacy"),
                text("“Open in the browser” beside “Copy”. It is never opened without a press."),
            ),
            one_of(
                fields,
                "read_when",
                text("An article counts as read"),
                rules,
                text("unread mark automatically seconds"),
                text("Seen means: some seconds on the screen, or scrolled through to its end."),
            ),
        ),
    )


def _appearance(fields: Fields) -> Section:
    sizes = {each: text("As the system") if each == _SYSTEM_SIZE else f"{each} %" for each in _SIZES}
    return Section(
        text("Appearance"),
        (
            one_of(
                fields, "theme", text("Theme"), theme_choices(), text("dark light night black colours contrast sepia")
            ),
            one_of(
                fields,
                "interface_size",
                text("Size of the window’s text"),
                sizes,
                text("interface font larger smaller scale"),
                text("The text of articles has a size of its own, under Reading."),
            ),
        ),
    )


def _languages(window: MainWindow, fields: Fields) -> Section:
    chosen = one_of_many(
        fields, "language", text("Language of the window"), language_choices(), text("interface translation locale")
    )
    button = button_of(text("Start anew"), text("Start anew, to speak the language that was chosen"))
    button.clicked.connect(window.preferring.start_anew)
    anew = Setting(
        text("Speak it now"),
        Actions([button]),
        text("restart language"),
        text("The window says its words once, when it starts. It opens again where you are."),
        lambda: button.setEnabled(window.preferring.speaks_another),
    )
    return Section(text("Languages"), (chosen, anew))


def _lists(window: MainWindow) -> Section:
    panes = window.panes
    shown = Choices(text("Navigation"), {True: text("Shown"), False: text("Hidden")})
    shown.chosen.connect(lambda wanted: panes.restore(panes.wide_sizes(), navigation=wanted))
    shown.chosen.connect(window.memory.touch)
    orders = button_of(text("Forget"), text("Forget the orders that were chosen"))
    orders.clicked.connect(window.preferring.forget_orders)
    return Section(
        text("Lists"),
        (
            Setting(
                text("Navigation"),
                shown,
                text("sidebar pane sections"),
                text("In narrow windows it comes when it is called."),
                lambda: shown.show_value(panes.navigation_wanted),
                lambda: shown.chosen.emit(True),
            ),
            Setting(
                text("Orders chosen for lists"),
                Actions([orders]),
                text("sort sorting newest oldest title"),
                text("Each list is then in its own order again."),
                lambda: orders.setEnabled(bool(window.state.sorts)),
                window.preferring.forget_orders,
            ),
        ),
    )


def _searching(window: MainWindow) -> Section:
    history = window.searches
    remember = Choices(text("Remember searches"), {True: text("Yes"), False: text("No")})
    clear = button_of(text("Clear"), text("Forget all searches"))
    remember.chosen.connect(lambda keeps: history.set_history(keeps=keeps))
    history.history_known.connect(remember.show_value)
    history.history_known.connect(clear.setEnabled)
    clear.clicked.connect(history.clear_history)
    header = window.articles.header
    filters = Choices(text("Filters of a search"), {True: text("Shown"), False: text("Folded away")})
    filters.chosen.connect(lambda is_open: header.set_open(is_open=is_open))
    return Section(
        text("Searching"),
        (
            Setting(
                text("Remember searches"),
                remember,
                text("history privacy suggestions traces"),
                text("They are kept in the library’s folder on this machine. “No” also forgets those that are there."),
                history.ask_history,
                lambda: history.set_history(keeps=True),
            ),
            Setting(text("Searches that were used"), Actions([clear]), text("history clear delete forget privacy")),
            Setting(
                text("Filters of a search"),
                filters,
                text("facets timeline histogram"),
                "",
                lambda: filters.show_value(header.is_open),
                lambda: header.set_open(is_open=True),
            ),
        ),
    )


def _notifications(fields: Fields) -> Section:
    return Section(
        text("Notifications"),
        (
            switch(
                fields,
                "tell_edition",
                text("Say what an edition brought"),
                text("message status sync notify"),
                text("In the line at the bottom, when it came while you were reading."),
            ),
            switch(
                fields,
                "stick_notices",
                text("Say what a stick brings"),
                text("usb stick plugged message notify"),
                text(
                    "In the line at the bottom, when one with something new is plugged in. Nothing is brought in unasked."
                ),
            ),
            switch(
                fields,
                "alert_edition",
                text("Call when the window is behind others"),
                text("alert taskbar attention sync background notify"),
                text("The window asks for attention the way your system does it, when an edition is here."),
            ),
        ),
    )
