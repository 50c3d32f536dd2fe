-- What files that meet have to know of each other: how far a hand-over reaches, and what came later.

-- Up to which turn of its maker's file a hand-over reaches; one that an older program made does not say.
ALTER TABLE handover ADD COLUMN until INTEGER;

-- When a setting of the network was decided; 0 where the file began with it, or an older program set it.
ALTER TABLE setting ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;

-- How far this file had come when it learnt of an erasure.
ALTER TABLE erased ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
UPDATE erased SET turn = (SELECT coalesce(max(turn), 0) FROM command);
