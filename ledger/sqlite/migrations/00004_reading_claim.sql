-- The claims of a reading lie in its order; a claim that another reading told
-- first is found by claim too.

-- +goose Up
CREATE TABLE reading_claim_4 (
	reading INTEGER NOT NULL REFERENCES reading (seq),
	place   INTEGER NOT NULL,
	claim   INTEGER NOT NULL REFERENCES claim (seq),
	again   INTEGER NOT NULL,
	PRIMARY KEY (reading, place)
) WITHOUT ROWID;
INSERT INTO reading_claim_4 (reading, place, claim, again)
	SELECT t.reading, t.place, t.claim, c.reading <> t.reading FROM reading_claim t JOIN claim c ON c.seq = t.claim ORDER BY t.reading, t.place;
DROP TABLE reading_claim;
ALTER TABLE reading_claim_4 RENAME TO reading_claim;
CREATE INDEX reading_claim_again ON reading_claim (claim, reading) WHERE again = 1;
