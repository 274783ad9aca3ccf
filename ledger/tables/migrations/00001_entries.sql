-- The book itself: five kinds of entry, one table each, and the last place
-- and known time given. Both engines run this file. Known times are
-- microseconds since 1970 UTC; days are text, YYYY-MM-DD, '' when not told.

-- +goose Up
CREATE TABLE book (
	one   INTEGER PRIMARY KEY CHECK (one = 1),
	seq   INTEGER NOT NULL,
	known BIGINT  NOT NULL
);
INSERT INTO book (one, seq, known) VALUES (1, 0, 0);

CREATE TABLE document (
	seq       INTEGER PRIMARY KEY,
	known     BIGINT NOT NULL,
	hash      TEXT   NOT NULL UNIQUE,
	id        TEXT   NOT NULL,
	title     TEXT   NOT NULL,
	published TEXT   NOT NULL,
	publisher TEXT   NOT NULL,
	url       TEXT   NOT NULL,
	fetched   TEXT   NOT NULL,
	text      TEXT   NOT NULL
);

CREATE TABLE reading (
	seq      INTEGER PRIMARY KEY,
	known    BIGINT  NOT NULL,
	id       TEXT    NOT NULL UNIQUE,
	document INTEGER NOT NULL REFERENCES document (seq),
	model    TEXT    NOT NULL,
	notes    TEXT    NOT NULL
);
CREATE INDEX reading_document ON reading (document, seq);

CREATE TABLE claim (
	seq        INTEGER PRIMARY KEY,
	known      BIGINT  NOT NULL,
	id         TEXT    NOT NULL,
	version    TEXT    NOT NULL,
	document   INTEGER NOT NULL REFERENCES document (seq),
	day        TEXT    NOT NULL,
	act        TEXT    NOT NULL,
	type       TEXT    NOT NULL,
	status     TEXT    NOT NULL,
	effective  TEXT    NOT NULL,
	published  TEXT    NOT NULL,
	score      DOUBLE PRECISION NOT NULL,
	confidence DOUBLE PRECISION NOT NULL,
	states     INTEGER NOT NULL,
	object     TEXT    NOT NULL,
	body       TEXT    NOT NULL,
	UNIQUE (id, version)
);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_day ON claim (day, seq);
CREATE INDEX claim_act ON claim (act, day, seq);
CREATE INDEX claim_effective ON claim (effective) WHERE effective <> '';
CREATE INDEX claim_object ON claim (object, day) WHERE object <> '';

CREATE TABLE judgement (
	seq    INTEGER PRIMARY KEY,
	known  BIGINT NOT NULL,
	id     TEXT   NOT NULL UNIQUE,
	kind   TEXT   NOT NULL,
	author TEXT   NOT NULL,
	at     TEXT   NOT NULL,
	undoes TEXT   NOT NULL,
	body   TEXT   NOT NULL
);
CREATE INDEX judgement_undoes ON judgement (undoes) WHERE undoes <> '';

CREATE TABLE retraction (
	seq    INTEGER PRIMARY KEY,
	known  BIGINT NOT NULL,
	id     TEXT   NOT NULL UNIQUE,
	what   TEXT   NOT NULL,
	target TEXT   NOT NULL,
	place  INTEGER NOT NULL,
	author TEXT   NOT NULL,
	reason TEXT   NOT NULL,
	at     TEXT   NOT NULL
);
CREATE INDEX retraction_target ON retraction (target) WHERE what = 'claim';
CREATE INDEX retraction_place ON retraction (place) WHERE what <> 'claim';
