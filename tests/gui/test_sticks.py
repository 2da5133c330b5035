import pytest
from PySide6.QtCore import Qt

from reader.errors import BundleError, Cancelled, SourceError, StoreError
from reader.model.change import Progress, Stage
from reader.ui import state as storage
from reader.ui.notice import Notice
from reader.ui.sticks.mounts import linux_places, plugged
from reader.ui.sync import troubles
from reader.ui.sync.pace import Pace, estimate
from reader.ui.sync.troubles import HOPELESS, Kept, Trouble, advice_of, kind_of, title_of
from reader.ui.theme import make_look
from reader.wording import SENTENCES

TABLE = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 8:1 / /home rw - ext4 /dev/sda1 rw
41 27 8:17 / /media/reader/TEA\040TIN rw,nosuid - vfat /dev/sdb1 rw
42 27 8:33 / /run/media/reader/RED rw,nosuid shared:2 - exfat /dev/sdc1 rw
43 27 0:50 / /mnt/office rw - nfs4 office:/share rw
44 27 0:51 / /media/reader/phone rw - fuse.sshfs phone: rw
45 27 8:49 / /mnt/usb rw - fuseblk /dev/sdd1 rw
46 27 0:52 / /mnt/work rw - tmpfs tmpfs rw
a line that is none
"""


def test_sticks_are_found_among_the_mounts_and_network_disks_are_not_touched():
    assert linux_places(TABLE) == ["/media/reader/TEA TIN", "/run/media/reader/RED", "/mnt/usb"]


def test_this_machine_can_be_asked():
    assert all(stick.name and stick.identity for stick in plugged())


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (SourceError("source-gone", source="x"), Trouble.GONE),
        (SourceError("source-unreadable", source="x"), Trouble.UNREADABLE),
        (SourceError("source-cut", source="x"), Trouble.DAMAGED),
        (BundleError("frame-wrong", object="x"), Trouble.DAMAGED),
        (BundleError("signature-wrong", key="x"), Trouble.FORGED),
        (BundleError("signature-too-few", document="x"), Trouble.UNKNOWN_KEY),
        (BundleError("fingerprint-different", theirs="x"), Trouble.OTHER_FINGERPRINT),
        (BundleError("edition-older", theirs=1, ours=2), Trouble.OLDER),
        (BundleError("edition-fork", serial=1), Trouble.FORK),
        (BundleError("json-malformed", reason="x"), Trouble.PUBLISHER),
        (StoreError("disk-full"), Trouble.FULL),
        (StoreError("store-damaged"), Trouble.LIBRARY),
        (Cancelled(), Trouble.STOPPED),
    ],
)
def test_each_error_has_its_kind(error, kind):
    assert kind_of(error) is kind


def test_every_kind_has_words_of_its_own():
    assert len({title_of(kind) for kind in Trouble}) == len(Trouble)
    assert all(advice_of(kind).endswith(".") for kind in Trouble)


def test_kinds_are_chosen_by_codes_that_exist_and_by_one_kind_each():
    codes = [code for some in troubles._CODES.values() for code in some]
    assert set(codes) <= set(SENTENCES)
    assert len(codes) == len(set(codes))


def test_nobody_is_told_to_try_a_forgery_again():
    assert {Trouble.FORGED, Trouble.UNKNOWN_KEY, Trouble.FORK} <= HOPELESS


def test_what_is_kept_is_said_in_numbers():
    assert Kept().words() == "Nothing was changed. Your library is as it was."
    assert "400 KB of 1.5 MB" in Kept(started=True, done=400_000, wanted=1_500_000).words()
    assert Kept(started=True, text_is_here=True, done=1, wanted=2).words().startswith("All text is here")


def test_the_time_left_follows_the_pace_of_the_whole(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("reader.ui.sync.pace.time.monotonic", lambda: now[0])
    pace = Pace(3_000_000)
    pace.advance(Progress(Stage.FETCH_TEXT, 0, 1_000_000))
    now[0] += 2
    assert pace.advance(Progress(Stage.FETCH_TEXT, 1_000_000, 1_000_000)).endswith("4 seconds left")
    assert pace.fraction == pytest.approx(1 / 3)
    words = pace.advance(Progress(Stage.ACTIVATE, 12, 2_000, "articles"))
    assert words.startswith("Reading it in: 12 of 2,000 articles")
    now[0] += 2
    pace.advance(Progress(Stage.FETCH_MEDIA, 1_000_000, 2_000_000))
    assert pace.fraction == pytest.approx(2 / 3)


def test_a_pause_does_not_slow_the_pace(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("reader.ui.sync.pace.time.monotonic", lambda: now[0])
    pace = Pace(4_000_000)
    pace.advance(Progress(Stage.FETCH_TEXT, 0, 4_000_000))
    now[0] += 1
    pace.advance(Progress(Stage.FETCH_TEXT, 1_000_000, 4_000_000))
    pace.pause()
    now[0] += 1000
    pace.advance(Progress(Stage.FETCH_TEXT, 1_000_000, 4_000_000))
    now[0] += 1
    assert pace.advance(Progress(Stage.FETCH_TEXT, 2_000_000, 4_000_000)).endswith("2 seconds left")


def test_a_plan_says_about_how_long_it_takes():
    assert estimate(1_000) == "about a second"
    assert estimate(40_000_000) == "about 10 seconds"
    assert estimate(40_000_000, rate=100_000) == "about 7 minutes"


def test_a_notice_is_answered_once(qtbot):
    notice = Notice(make_look("light"))
    qtbot.addWidget(notice)
    done = []
    notice.offer("A stick", "See", lambda: done.append(1))
    qtbot.mouseClick(notice._button, Qt.MouseButton.LeftButton)
    notice.act()
    assert done == [1]
    assert not notice.waits
    notice.uncover()
    assert not notice.isVisible()


def test_what_was_offered_is_remembered_and_nonsense_is_not(tmp_path):
    state = storage.WindowState(stick_notices=False, stick_offers=["a:b:1"])
    storage.save(tmp_path, storage.as_values(state))
    assert storage.load(tmp_path) == state
    (tmp_path / storage.FILE).write_text('{"stick_offers": [1, 2]}')
    assert storage.load(tmp_path).stick_offers == []
