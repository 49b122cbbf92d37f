-- Sub-theses: a thesis may be a part of another. What carries a part counts for the whole.
ALTER TABLE thesis ADD COLUMN parent_id uuid,
  ADD FOREIGN KEY (workspace_id, parent_id) REFERENCES thesis (workspace_id, id),
  ADD CHECK (parent_id <> id);
CREATE INDEX thesis_parent ON thesis (workspace_id, parent_id) WHERE parent_id IS NOT NULL;

-- A thesis is no part of its own parts. Two that are moved at once, each below the other, wait for each other.
CREATE FUNCTION refuse_thesis_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7261004, hashtext(NEW.workspace_id::text));
  IF EXISTS (
    WITH RECURSIVE above AS (
      SELECT t.id, t.parent_id FROM thesis AS t WHERE t.workspace_id = NEW.workspace_id AND t.id = NEW.parent_id
      UNION
      SELECT t.id, t.parent_id FROM above AS a
      JOIN thesis AS t ON t.workspace_id = NEW.workspace_id AND t.id = a.parent_id)
    SELECT 1 FROM above WHERE id = NEW.id
  ) THEN
    RAISE EXCEPTION 'a thesis below itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'thesis_cycle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER thesis_cycle BEFORE INSERT OR UPDATE OF parent_id ON thesis
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_thesis_cycle();

-- History takes the new column in.
SELECT keep_history('thesis');
