-- Which claims a reading tells, who takes part in a claim, who meets whom in
-- it, and the words to search for. The indexes of parties and pairs are derived:
-- `chancery ledger check` compares them with the claims.

-- +goose Up
CREATE TABLE reading_claim (
	claim   INTEGER NOT NULL REFERENCES claim (seq),
	reading INTEGER NOT NULL REFERENCES reading (seq),
	place   INTEGER NOT NULL,
	PRIMARY KEY (claim, reading)
);
CREATE INDEX reading_claim_reading ON reading_claim (reading, place);

CREATE TABLE claim_party (
	party TEXT    NOT NULL,
	day   TEXT    NOT NULL,
	claim INTEGER NOT NULL,
	part  INTEGER NOT NULL,
	act   TEXT    NOT NULL,
	PRIMARY KEY (party, day, claim)
);

CREATE TABLE claim_pair (
	low   TEXT    NOT NULL,
	high  TEXT    NOT NULL,
	day   TEXT    NOT NULL,
	claim INTEGER NOT NULL,
	act   TEXT    NOT NULL,
	PRIMARY KEY (low, high, day, claim)
);

-- English endings are cut off, and no word is too frequent to be looked for.
CREATE TEXT SEARCH DICTIONARY chancery_endings (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION chancery_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION chancery_words
	ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, hword_asciipart, hword_part, hword_numpart, numhword
	WITH chancery_endings;

-- A long document takes several rows: a row holds at most 10,000 words.
CREATE TABLE document_words (
	document INTEGER  NOT NULL REFERENCES document (seq),
	part     INTEGER  NOT NULL,
	words    TSVECTOR NOT NULL,
	PRIMARY KEY (document, part)
);
CREATE INDEX document_words_words ON document_words USING gin (words);

CREATE TABLE claim_words (
	claim INTEGER  PRIMARY KEY REFERENCES claim (seq),
	words TSVECTOR NOT NULL
);
CREATE INDEX claim_words_words ON claim_words USING gin (words);

-- So that the planner knows some ten thousand words by their frequency and
-- takes the rest for rare: by default it knows a thousand, and would walk the
-- whole table backwards for a word that two hundred rows have.
ALTER TABLE document_words ALTER COLUMN words SET STATISTICS 1000;
ALTER TABLE claim_words ALTER COLUMN words SET STATISTICS 1000;
