-- Which reading tells a claim is asked of every claim that is shown. Nearly all
-- documents are read once, and nearly all claims told by that one reading: the
-- claim names it itself, and only readings that came later, and claims that are
-- told again, are looked up in indexes of their own, which stay small.

-- +goose Up
ALTER TABLE claim ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
UPDATE claim SET reading = coalesce((SELECT min(t.reading) FROM reading_claim t WHERE t.claim = claim.seq), 0);

ALTER TABLE reading ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
UPDATE reading SET later = 1 WHERE EXISTS (SELECT 1 FROM reading e WHERE e.document = reading.document AND e.seq < reading.seq);
DROP INDEX reading_document;
CREATE INDEX reading_later ON reading (document, seq) WHERE later = 1;

-- One index by day with the act in it: two such indexes cost a page each for
-- every claim that is entered out of order.
DROP INDEX claim_act;
DROP INDEX claim_day;
CREATE INDEX claim_day ON claim (day, seq, act);
