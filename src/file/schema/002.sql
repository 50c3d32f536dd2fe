-- How often a point is to send a hand-over.

ALTER TABLE point ADD COLUMN handover_days INTEGER CHECK (handover_days BETWEEN 1 AND 366);
