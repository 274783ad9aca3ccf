-- Which claims a reading tells, who takes part in a claim, who meets whom in
-- it, and the words to search for. The indexes of parties and pairs are derived:
-- `chancery ledger check` compares them with the claims.

-- +goose Up
CREATE TABLE reading_claim (
	claim   INTEGER NOT NULL REFERENCES claim (seq),
	reading INTEGER NOT NULL REFERENCES reading (seq),
	place   INTEGER NOT NULL,
	PRIMARY KEY (claim, reading)
) WITHOUT ROWID;
CREATE INDEX reading_claim_reading ON reading_claim (reading, place);

CREATE TABLE claim_party (
	party TEXT    NOT NULL,
	day   TEXT    NOT NULL,
	claim INTEGER NOT NULL,
	part  INTEGER NOT NULL,
	act   TEXT    NOT NULL,
	PRIMARY KEY (party, day, claim)
) WITHOUT ROWID;

CREATE TABLE claim_pair (
	low   TEXT    NOT NULL,
	high  TEXT    NOT NULL,
	day   TEXT    NOT NULL,
	claim INTEGER NOT NULL,
	act   TEXT    NOT NULL,
	PRIMARY KEY (low, high, day, claim)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE document_words USING fts5 (words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5 (words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
