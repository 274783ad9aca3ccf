-- The claims of a reading lie in its order; a claim that another reading told
-- first is found by claim too.

-- +goose Up
ALTER TABLE reading_claim ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
UPDATE reading_claim SET again = 1 FROM claim c WHERE c.seq = reading_claim.claim AND c.reading <> reading_claim.reading;
ALTER TABLE reading_claim DROP CONSTRAINT reading_claim_pkey;
ALTER TABLE reading_claim ADD PRIMARY KEY (reading, place);
DROP INDEX reading_claim_reading;
CREATE INDEX reading_claim_again ON reading_claim (claim, reading) WHERE again = 1;

-- Acts and parts are read off the index: going to the table for the act of every
-- claim of a pair was most of the work of a standing.
ALTER TABLE claim_pair DROP CONSTRAINT claim_pair_pkey;
ALTER TABLE claim_pair ADD PRIMARY KEY (low, high, day, claim) INCLUDE (act);
ALTER TABLE claim_party DROP CONSTRAINT claim_party_pkey;
ALTER TABLE claim_party ADD PRIMARY KEY (party, day, claim) INCLUDE (part, act);
