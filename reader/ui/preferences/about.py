"""What Packhorse is, and what is in the library: to read and to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from reader import __version__
from reader.ui.preferences.choices import Actions, button_of
from reader.ui.preferences.setting import Section, Setting
from reader.ui.status_line import standing_words
from reader.ui.words import language, text

if TYPE_CHECKING:
    from reader.model.publication import PublicationInfo
    from reader.ui.main_window import MainWindow


def library_section(window: MainWindow) -> Section:
    """Publications, the library's folder and the program."""
    infos = window.publications
    said = [(info.title(language()), _publication(info)) for info in infos]
    said.append((text("Folder of the library"), str(window.folder)))
    said.append(
        (text("Packhorse"), text("Version {version}. It never uses the network by itself.", version=__version__))
    )
    mend = button_of(text("Repair"), text("Repair the library"))
    mend.clicked.connect(window.repair)
    checked = Setting(
        text("Repair the library"),
        Actions([mend]),
        text("check damaged disk mend broken"),
        text("All of it is checked, and what can be mended is mended. Articles and reading marks are kept."),
    )
    copy = button_of(text("Copy all of this"))
    copy.clicked.connect(lambda: _copy(said))
    also = text("about version folder edition key fingerprint data")
    return Section(
        text("Library"),
        (
            *(Setting(name, _words(name, words), also) for name, words in said),
            Setting("", Actions([copy]), also),
            checked,
        ),
    )


def _publication(info: PublicationInfo) -> str:
    lines = [standing_words(info), text("Key {fingerprint}", fingerprint=info.fingerprint)]
    return "\n".join([*lines, info.licence] if info.licence else lines)


def _words(name: str, words: str) -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(f"{name}: {words}")
    return label


def _copy(said: list[tuple[str, str]]) -> None:
    QGuiApplication.clipboard().setText("\n\n".join(f"{name}\n{words}" for name, words in said))
