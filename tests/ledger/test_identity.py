"""Feeds tell people, devices and copies apart."""

from __future__ import annotations

import shutil
from pathlib import Path

from claimledger.domain.events import decode
from claimledger.ledger import Ledger
from claimledger.ledger.identity import feed_of, this_device
from claimledger.store import event_log


def test_every_person_device_and_file_has_a_feed_of_its_own(tmp_path: Path) -> None:
    mine = feed_of("l", "First reader", "laptop", tmp_path / "a.db")

    assert mine == feed_of("l", "First reader", "laptop", tmp_path / "x" / ".." / "a.db")
    assert len(mine) == 32
    assert (
        len(
            {
                mine,
                feed_of("l", "Second reader", "laptop", tmp_path / "a.db"),
                feed_of("l", "First reader", "desktop", tmp_path / "a.db"),
                feed_of("l", "First reader", "laptop", tmp_path / "b.db"),
                feed_of("m", "First reader", "laptop", tmp_path / "a.db"),
            }
        )
        == 5
    )


def test_a_device_keeps_its_token(tmp_path: Path) -> None:
    token = this_device(tmp_path / "deep" / "device")

    assert len(token) == 32
    assert this_device(tmp_path / "deep" / "device") == token
    assert this_device(tmp_path / "other") != token
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["device"]


def test_a_device_that_cannot_keep_a_token_still_has_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert len(this_device(tmp_path / "file" / "device")) == 32


def test_a_copied_ledger_goes_on_under_another_feed(ledger: Ledger, path: Path) -> None:
    ledger.give_verdict("1.1", "true", because="Seen.")
    ledger.close()
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    feeds = {}
    for file in (path, copy):
        with Ledger.open(file, reviewer="First reader") as opened:
            opened.give_verdict("1.2", "true", because="Seen.")
            feeds[file] = [stored.feed for stored in event_log.read(opened._sql)]
            assert opened.verify() == []

    assert len(set(feeds[path])) == 1
    assert len(set(feeds[copy])) == 2
    assert feeds[copy][-1] not in feeds[path]


def test_an_act_names_the_newest_events_that_its_author_had_seen(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.give_verdict("1.1", "true", because="Seen.")
    stored = list(event_log.read(ledger._sql))
    last, before = stored[-1], stored[-2]

    assert last.body is not None
    assert decode(last.body).after == (before.id,)
    split = next(entry for entry in ledger.log() if entry.kind == "claims_split")
    assert before.body is not None
    assert decode(before.body).after == (split.id,)
