"""Pages on paper: light whatever the theme, with pictures, source and numbers, cut where a printer would."""

import threading
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QBuffer, QLocale, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QTextDocument
from PySide6.QtSvg import QSvgGenerator

from reader.library import Library
from reader.library.receive import sync
from reader.model.listing import Node, NodeKind
from reader.model.publication import Kind, Thing
from reader.ui.reading.pagination import Line, fit_pictures, lines_of, pages
from reader.ui.reading.printing import paper_size, pdf_printer
from reader.ui.reading.printout import Printout
from reader.ui.reading.written_links import write_out

HEIGHT = 100.0
SIZE = QSizeF(674, 1100)
TEXT = "{http://www.w3.org/2000/svg}text"


def printed(driver, **options):
    """What is read, in sheets of about A4."""
    sheets = []
    driver.window.quick.ask("", driver.window.reading.sheet_work(), sheets.append)
    driver.settle()
    return Printout(sheets[0], SIZE, **options)


def words(printout, at):
    """The words of a sheet, each line that was drawn in a line of its own."""
    generator, buffer = QSvgGenerator(), QBuffer()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    printout.paint(painter, at)
    painter.end()
    return "\n".join("".join(one.itertext()).strip() for one in ET.fromstring(bytes(buffer.data())).iter(TEXT))


def image(printout, at):
    """A sheet as a picture, on white paper."""
    drawn = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    printout.paint(painter, at)
    painter.end()
    return drawn


def paragraph(top, lines, height=10.0):
    """Lines of a paragraph that begins at ``top``."""
    return [Line(top + at * height, top + (at + 1) * height, kept=0 < at in {1, lines - 1}) for at in range(lines)]


def test_each_page_tells_its_source_and_number(driver):
    printout = printed(driver)
    assert printout.count >= 2
    for at in range(printout.count):
        said = words(printout, at)
        assert f"{at + 1} of {printout.count}" in said
        assert all(one in said for one in ("edition 1", "courier", "sha256"))
        assert "· News" in said
    assert "The courier" in words(printout, 1).splitlines()


def test_addresses_outside_are_written_out_at_the_end_or_not(driver):
    with_them = printed(driver)
    assert "[1] https://example.org/a?b=c" in words(with_them, with_them.count - 1)
    assert "[1]" in words(with_them, 0)
    without = printed(driver, addresses=False)
    assert not any("https://" in words(without, at) for at in range(without.count))


def test_paper_is_white_and_ink_black_in_a_dark_theme(driver):
    driver.window.state.theme = "dark"
    driver.window.restyle()
    driver.settle()
    drawn = image(printed(driver), 1)
    tones = [drawn.pixelColor(x, y).lightness() for x in range(0, 674, 3) for y in range(0, 1100, 3)]
    assert sorted(tones)[len(tones) // 2] == 255
    assert min(tones) < 40


def test_pictures_are_on_the_paper_without_the_stories_that_follow(driver):
    printout = printed(driver)
    drawn = image(printout, 0)
    reds = [y for y in range(0, 1100, 2) if drawn.pixelColor(10, y).name() == "#8a1c24"]
    assert len(reds) > 4
    assert "Keep reading" not in words(printout, printout.count - 1)


def test_a_document_is_printed_too(driver):
    driver.window.open_node(Node(NodeKind.PAGE, "about"))
    driver.settle()
    said = words(printed(driver), 0)
    assert "Who we are." in said
    assert "edition 1" in said


def test_right_to_left_pages_are_mirrored(driver):
    driver.window.visits.open_article("kitab")
    driver.settle()
    assert "1 of 1" in words(printed(driver), 0)


def test_a_pdf_file_is_written(driver, tmp_path):
    driver.window.printing.put(pdf_printer(tmp_path / "a.pdf", "title"))
    driver.settle()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert driver.window.status._words.endswith("written.")


@pytest.mark.parametrize(
    ("locale", "size"), [("en_US", "Letter"), ("es_MX", "Letter"), ("de_DE", "A4"), ("ug_CN", "A4")]
)
def test_paper_is_that_of_the_country(locale, size):
    assert paper_size(QLocale(locale)) is QPageSize.PageSizeId[size]


def test_an_address_that_is_written_out_already_gets_no_number(qapp):
    document = QTextDocument()
    link = '<a href="packhorse:external/https%3A%2F%2Fexample.org%2Fa">{}</a> '
    document.setHtml("<p>" + link.format("https://example.org/a") + link.format("example.org/a/") + "</p>")
    before = document.toPlainText()
    write_out(document, "Addresses")
    assert document.toPlainText() == before
    document.setHtml("<p>" + link.format("one") + link.format("two") + "</p>")
    write_out(document, "Addresses")
    assert document.toPlainText() == "one[1] two[1] \nAddresses\n[1] https://example.org/a"


def test_lines_are_never_cut():
    lines = [line for place in range(30) for line in paragraph(place * 37.0, 3)]
    cut = pages(lines, HEIGHT)
    assert cut[0][0] == 0
    assert all(before[1] == after[0] for before, after in pairwise(cut))
    assert all(bottom - top <= HEIGHT for top, bottom in cut)
    assert not [line for line in lines for top, _ in cut if line.top < top < line.bottom]


def test_no_page_begins_with_a_last_line_or_ends_with_a_first():
    lines = [*paragraph(0, 9), *paragraph(90, 4), *paragraph(130, 3)]
    assert [top for top, _ in pages(lines, HEIGHT)] == [0, 90]
    lines = [*paragraph(0, 11), *paragraph(110, 3)]
    assert [top for top, _ in pages(lines, HEIGHT)] == [0, 90]


def test_a_heading_goes_with_its_paragraph():
    lines = [*paragraph(0, 8), Line(80, 90), Line(90, 100, kept=True), Line(100, 110, kept=True), Line(110, 120)]
    assert [top for top, _ in pages(lines, HEIGHT)] == [0, 80]


def test_cells_side_by_side_are_cut_together():
    left, right = paragraph(0, 12), [Line(at * 15.0, at * 15.0 + 15) for at in range(8)]
    assert [top for top, _ in pages([*left, *right], HEIGHT)] == [0, 90]


def test_what_is_higher_than_a_page_is_cut_all_the_same():
    assert pages([Line(0, 250)], HEIGHT) == [(0, 100), (100, 200), (200, 250)]
    assert pages([], HEIGHT) == [(0, 100)]


def test_what_keeps_together_for_ever_still_fills_pages():
    lines = [Line(at * 10.0, at * 10.0 + 10, kept=True) for at in range(25)]
    assert pages(lines, HEIGHT) == [(0, 100), (100, 200), (200, 250)]


def test_headings_and_pictures_lead_what_follows(qapp):
    document = QTextDocument()
    document.setHtml("<p>one</p><h2>two</h2><p>three</p><p><img src='x' width='30' height='20'></p><p>four</p>")
    document.setTextWidth(400)
    assert [line.kept for line in lines_of(document)] == [False, False, True, False, True]


@pytest.mark.parametrize("before", ["", "<h2>Prices</h2>"])
def test_the_head_of_a_table_stays_with_its_first_row(qapp, before):
    document = QTextDocument()
    row = "<tr><td>{0}</td><td>{0}</td></tr>"
    rows = "<tr><th>a</th><th>b</th></tr>" + "".join(row.format(number) for number in range(9))
    document.setHtml(f"<p>{'x<br>' * 9}x</p>{before}<table cellpadding=3>{rows}</table>")
    document.setTextWidth(400)
    lines = list(lines_of(document))
    head, first = lines[-20], lines[-18]
    (_, end), (start, _), *_ = pages(lines, first.bottom - 5)
    top = lines[10].top if before else head.top
    assert end == start == pytest.approx(top, abs=5)
    assert pages(lines, first.bottom + 5)[0][1] == pytest.approx(first.bottom, abs=8)


def test_pictures_fit_the_page(qapp):
    document = QTextDocument()
    document.setHtml("<p><img src='x' width='300' height='900'> <img src='y' width='30' height='20'></p>")
    fit_pictures(document, 200, 300)
    sizes = [
        (shape.width(), shape.height())
        for piece in document.begin()
        if (shape := piece.fragment().charFormat().toImageFormat()).isValid()
    ]
    assert sizes == [(90, 270), (30, 20)]


def test_the_reader_chooses_whether_addresses_are_written_out(driver):
    assert driver.window.state.paper_addresses
    driver.window.commands.switch_addresses()
    assert not driver.window.state.paper_addresses
    assert "left out" in driver.window.status._words


def test_a_page_is_printed_from_its_own_window(driver, qtbot, tmp_path):
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (window,) = driver.window.article_windows.windows
    window.printing.put(pdf_printer(tmp_path / "own.pdf", "own"))
    driver.settle()
    assert (tmp_path / "own.pdf").read_bytes().startswith(b"%PDF")
    assert window.status._words.endswith("written.")


@pytest.fixture
def held(monkeypatch):
    """Painting that waits to be let go; and the threads that painted."""
    go, threads, paint = threading.Event(), [], Printout.paint

    def waits(printout, painter, at):
        threads.append(threading.current_thread().name)
        assert go.wait(20)
        paint(printout, painter, at)

    monkeypatch.setattr(Printout, "paint", waits)
    yield go, threads
    go.set()


def begin(window, path, qtbot, held):
    """Print into a file until the first sheet is being painted."""
    window.printing.put(pdf_printer(path, "title"))
    qtbot.waitUntil(lambda: bool(held[1]))
    assert window.status._work.text()


def test_the_window_lives_while_paper_is_painted_elsewhere(driver, held, qtbot, tmp_path):
    begin(driver.window, tmp_path / "a.pdf", qtbot, held)
    qtbot.keyClick(driver.window.articles.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: driver.title == "The census")
    held[0].set()
    driver.settle()
    assert {name.partition("-")[2] for name in held[1]} == {"paper"}
    assert (tmp_path / "a.pdf").read_bytes().endswith(b"%%EOF\n")
    assert driver.window.status._work.text() == ""
    assert driver.window.status._stop.isHidden()


def test_what_is_stopped_leaves_the_old_file_as_it_was(driver, held, qtbot, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    begin(driver.window, tmp_path / "a.pdf", qtbot, held)
    stop = driver.window.status._stop
    assert stop.accessibleName().startswith("Stop: ")
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(stop, Qt.Key.Key_Space)
    held[0].set()
    driver.settle()
    assert driver.window.status._words == "Writing was stopped."
    assert len(held[1]) == 1
    assert [one.name for one in tmp_path.glob("a.pdf*")] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_one_page_at_a_time_is_printed(driver, held, qtbot, tmp_path):
    begin(driver.window, tmp_path / "a.pdf", qtbot, held)
    qtbot.keyClick(driver.window.reading.browser, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert driver.window.status._words == "Something is being printed. Wait for it, or stop it."
    held[0].set()
    driver.settle()


def test_a_file_that_cannot_be_written_is_told_of(driver, tmp_path):
    driver.window.printing.put(pdf_printer(tmp_path / "none" / "a.pdf", "title"))
    driver.settle()
    assert "could not be written (\u2068No such file or directory\u2069)" in driver.window.status._words
    assert driver.window.status._stop.isHidden()


def test_a_window_that_goes_while_it_prints_takes_the_work_along(driver, held, qtbot, tmp_path):
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (window,) = driver.window.article_windows.windows
    begin(window, tmp_path / "own.pdf", qtbot, held)
    window.close()
    held[0].set()
    driver.settle()
    qtbot.wait(20)
    assert not list(tmp_path.glob("own.pdf*"))


def test_the_end_of_the_reader_does_not_wait_for_all_sheets(driver, held, qtbot, tmp_path):
    begin(driver.window, tmp_path / "a.pdf", qtbot, held)
    held[0].set()
    driver.window.close()
    assert not list(tmp_path.glob("a.pdf.new"))


def test_a_long_title_is_shortened_in_the_head_of_a_sheet(driver):
    sheets = []
    driver.window.quick.ask("", driver.window.reading.sheet_work(), sheets.append)
    driver.settle()
    page = replace(sheets[0].page, title="A title that goes on " * 20)
    printout = Printout(replace(sheets[0], page=page), SIZE)
    (head,) = [line for line in words(printout, 1).splitlines() if line.startswith("A title that goes on")]
    assert head.endswith("…")
    assert len(head) < 100


def test_links_that_only_a_screen_can_follow_are_not_printed(publisher, open_window, tmp_path):
    body = "Words[^1].\n\n[^1]: A note."
    few = [publisher.article(f"a-{number}", authors=("writer",)) for number in range(20)]
    bundle = publisher.publish(
        Thing(publisher.id, Kind.AUTHOR, "writer", {"en": "A. Writer"}, {"en": "Writes."}),
        publisher.article("note", "Note", body, work="note"),
        publisher.article("note.ru", "Сноска", body, language="ru", work="note"),
        *few,
    )
    with Library.open(tmp_path / "paper") as library:
        sync(library, bundle)
    driver = open_window(tmp_path / "paper")
    driver.window.visits.open_article("note")
    driver.settle()
    seen, said = driver.window.reading.browser.toPlainText(), words(printed(driver), 0)
    for screen_only in ("side by side", "↑"):
        assert screen_only in seen
        assert screen_only not in said
    assert "Русский" in said
    driver.window.open_node(Node(NodeKind.AUTHOR, "writer"))
    driver.settle()
    assert "All 20 articles" in driver.window.reading.browser.toPlainText()
    assert "All 20 articles" not in "".join(words(printed(driver), at) for at in range(printed(driver).count))
