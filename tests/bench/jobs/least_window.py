"""``HTML PICTURE``: the least that any reader made with Qt must do: show a page in a QTextBrowser and draw it into a file."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextBrowser


def main(html: Path, picture: Path) -> None:
    application = QApplication(sys.argv[:1])
    browser = QTextBrowser()
    browser.resize(1400, 900)
    browser.setHtml(html.read_text(encoding="utf-8"))
    browser.show()
    application.processEvents()
    browser.grab().save(str(picture))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
