"""The tables of a ledger file, and how an older file becomes a current one.

``events`` and ``blobs`` are the record: triggers keep them from being changed. Every
other table is a projection, which can be emptied and filled again from the record.
"""

from __future__ import annotations

import sqlite3
from typing import Final

APPLICATION_ID: Final = 0x434C4D4C
"""Marks the file as a ledger: "CLML"."""
SCHEMA_VERSION: Final = 3
"""``user_version`` of a current file; 2 added link checks and versions of articles, 3 the
decisions of a desk and how its claims are sorted."""

PROJECTIONS: Final = (
    *("decisions", "links", "assignments", "tags", "verdicts", "checks", "evidence"),
    *("spans", "claims", "versions", "articles"),
    *("mappings", "ratings", "scales", "lint_rules", "policy", "heads"),
)
"""Every projection, in an order in which they can be emptied."""

RECORD: Final = """
CREATE TABLE events (
  seq     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  feed    TEXT NOT NULL,
  n       INTEGER NOT NULL,
  prev    TEXT,
  subject TEXT NOT NULL,
  body    TEXT,
  sig     BLOB,
  UNIQUE (feed, n)
) STRICT;
CREATE INDEX events_by_subject ON events (subject);

CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only: no UPDATE'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only: no DELETE'); END;

CREATE TRIGGER events_follow_their_feed BEFORE INSERT ON events
WHEN NEW.body IS NULL
  OR NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM events WHERE feed = NEW.feed)
  OR NEW.prev IS NOT (SELECT id FROM events WHERE feed = NEW.feed AND n = NEW.n - 1)
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'an event must follow the head of its feed'); END;

CREATE TABLE blobs (
  hash       TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL
) STRICT;

CREATE TRIGGER blobs_are_not_updated BEFORE UPDATE ON blobs
BEGIN SELECT RAISE(ABORT, 'blobs are append-only: no UPDATE'); END;

CREATE TRIGGER blobs_are_not_deleted BEFORE DELETE ON blobs
BEGIN SELECT RAISE(ABORT, 'blobs are append-only: no DELETE'); END;

CREATE TRIGGER blobs_are_not_replaced BEFORE INSERT ON blobs
WHEN EXISTS (SELECT 1 FROM blobs WHERE hash = NEW.hash OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'blobs are append-only: no REPLACE'); END;
"""

PROJECTED: Final = """
CREATE TABLE articles (
  number            INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  title             TEXT NOT NULL,
  source            TEXT NOT NULL,
  url               TEXT,
  author            TEXT,
  published         TEXT,
  published_guessed INTEGER NOT NULL,
  language          TEXT NOT NULL,
  media_type        TEXT NOT NULL,
  raw               TEXT,
  splitter          TEXT,
  added_by          TEXT NOT NULL,
  added_at          TEXT NOT NULL,
  capture           TEXT,
  version           INTEGER NOT NULL DEFAULT 1,
  text              TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_url ON articles (url);

CREATE TABLE versions (
  article    INTEGER NOT NULL REFERENCES articles (number),
  version    INTEGER NOT NULL,
  text       TEXT NOT NULL,
  raw        TEXT,
  media_type TEXT NOT NULL,
  source     TEXT NOT NULL,
  added_by   TEXT NOT NULL,
  added_at   TEXT NOT NULL,
  PRIMARY KEY (article, version)
) STRICT;
CREATE INDEX versions_by_text ON versions (text);

CREATE TABLE claims (
  key               INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  article           INTEGER NOT NULL REFERENCES articles (number),
  number            INTEGER NOT NULL,
  text              TEXT NOT NULL,
  quote             TEXT NOT NULL,
  speaker           TEXT,
  kind              TEXT NOT NULL,
  checkable         INTEGER NOT NULL,
  checkworthiness   INTEGER NOT NULL,
  reasons           TEXT NOT NULL,
  needs_context     INTEGER NOT NULL,
  cue               TEXT,
  sentence_start    INTEGER,
  sentence_end      INTEGER,
  speaker_start     INTEGER,
  speaker_end       INTEGER,
  attribution_start INTEGER,
  attribution_end   INTEGER,
  status            TEXT NOT NULL DEFAULT 'open',
  edited            INTEGER NOT NULL DEFAULT 0,
  retracted_because TEXT,
  version           INTEGER NOT NULL DEFAULT 1,
  rating_scale      TEXT,
  rating_version    INTEGER,
  rating            TEXT,
  spoken            INTEGER NOT NULL DEFAULT 0,
  opened            INTEGER NOT NULL DEFAULT 0,
  published         INTEGER NOT NULL DEFAULT 0,
  challenged        INTEGER NOT NULL DEFAULT 0,
  merged_into       INTEGER REFERENCES claims (key),
  merged_after      INTEGER,
  part_of           INTEGER REFERENCES claims (key),
  UNIQUE (article, number)
) STRICT;
CREATE INDEX claims_by_status ON claims (article, status);
CREATE INDEX claims_by_worth ON claims (checkable DESC, checkworthiness DESC, key);
CREATE INDEX claims_by_state ON claims (status, checkable DESC, checkworthiness DESC, key);
CREATE INDEX claims_challenged ON claims (key) WHERE challenged;
CREATE INDEX claims_merged ON claims (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX claims_divided ON claims (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE spans (
  claim  INTEGER NOT NULL REFERENCES claims (key),
  start  INTEGER NOT NULL,
  "end"  INTEGER NOT NULL,
  PRIMARY KEY (claim, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id                TEXT PRIMARY KEY,
  claim             INTEGER NOT NULL REFERENCES claims (key),
  number            INTEGER NOT NULL,
  stance            TEXT NOT NULL,
  source            TEXT NOT NULL,
  url               TEXT,
  title             TEXT,
  author            TEXT,
  published         TEXT,
  guessed           TEXT NOT NULL,
  quotes            TEXT NOT NULL,
  capture           TEXT,
  note              TEXT,
  attached_by       TEXT NOT NULL,
  attached_at       TEXT NOT NULL,
  withdrawn_because TEXT,
  copy_of           TEXT,
  last_check        TEXT,
  failing_since     TEXT,
  archives          TEXT NOT NULL DEFAULT '[]',
  after_decision    INTEGER NOT NULL,
  withdrawn_after   INTEGER,
  UNIQUE (claim, number)
) STRICT;
CREATE INDEX evidence_by_person ON evidence (attached_by, claim);

CREATE TABLE checks (
  event         TEXT PRIMARY KEY,
  evidence      TEXT NOT NULL REFERENCES evidence (id),
  number        INTEGER NOT NULL,
  time          TEXT NOT NULL,
  run           TEXT NOT NULL,
  state         TEXT NOT NULL,
  status        INTEGER,
  final_url     TEXT,
  raw           TEXT,
  missing       TEXT NOT NULL,
  detail        TEXT NOT NULL,
  UNIQUE (evidence, number)
) STRICT;

CREATE TABLE verdicts (
  event    TEXT PRIMARY KEY,
  claim    INTEGER NOT NULL REFERENCES claims (key),
  number   INTEGER NOT NULL,
  reviewer TEXT NOT NULL,
  scale    TEXT NOT NULL,
  version  INTEGER NOT NULL,
  rating   TEXT NOT NULL,
  because  TEXT NOT NULL,
  time     TEXT NOT NULL,
  standing INTEGER NOT NULL,
  words    TEXT NOT NULL,
  reworded INTEGER NOT NULL,
  UNIQUE (claim, number)
) STRICT;
CREATE INDEX verdicts_by_reviewer ON verdicts (reviewer, claim);

CREATE TABLE decisions (
  event    TEXT PRIMARY KEY,
  claim    INTEGER NOT NULL REFERENCES claims (key),
  number   INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  by       TEXT NOT NULL,
  time     TEXT NOT NULL,
  scale    TEXT,
  version  INTEGER,
  rating   TEXT,
  because  TEXT NOT NULL,
  note     TEXT,
  url      TEXT,
  weighed  INTEGER NOT NULL,
  UNIQUE (claim, number)
) STRICT;

CREATE TABLE tags (
  claim INTEGER NOT NULL REFERENCES claims (key),
  tag   TEXT NOT NULL,
  PRIMARY KEY (claim, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_name ON tags (tag);

CREATE TABLE assignments (
  claim    INTEGER NOT NULL REFERENCES claims (key),
  place    INTEGER NOT NULL,
  reviewer TEXT NOT NULL,
  PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_by_reviewer ON assignments (reviewer);

CREATE TABLE links (
  event    TEXT PRIMARY KEY,
  claim    INTEGER NOT NULL REFERENCES claims (key),
  other    INTEGER NOT NULL REFERENCES claims (key),
  relation TEXT NOT NULL,
  note     TEXT,
  by       TEXT NOT NULL,
  time     TEXT NOT NULL,
  UNIQUE (claim, other, relation)
) STRICT;
CREATE INDEX links_by_other ON links (other);

CREATE TABLE scales (
  id      TEXT NOT NULL,
  version INTEGER NOT NULL,
  title   TEXT NOT NULL,
  ordered INTEGER NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE ratings (
  scale   TEXT NOT NULL,
  version INTEGER NOT NULL,
  place   INTEGER NOT NULL,
  code    TEXT NOT NULL,
  label   TEXT NOT NULL,
  meaning TEXT NOT NULL,
  tone    TEXT NOT NULL,
  value   INTEGER,
  retired INTEGER NOT NULL,
  colour  TEXT,
  PRIMARY KEY (scale, version, place),
  FOREIGN KEY (scale, version) REFERENCES scales (id, version)
) STRICT;

CREATE TABLE mappings (
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  place  INTEGER NOT NULL,
  code   TEXT NOT NULL,
  "to"   TEXT,
  PRIMARY KEY (source, target, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE lint_rules (
  rule    TEXT PRIMARY KEY,
  "on"    INTEGER NOT NULL,
  because TEXT NOT NULL,
  by      TEXT NOT NULL,
  time    TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE heads (
  subject TEXT NOT NULL,
  event   TEXT NOT NULL,
  PRIMARY KEY (subject, event)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
  text, speaker, content = 'claims', content_rowid = 'key',
  tokenize = "unicode61 remove_diacritics 2"
);
"""


def project_into(connection: sqlite3.Connection) -> None:
    """Make empty projections in a scratch database, to compare a ledger's with."""
    connection.executescript(PROJECTED)
