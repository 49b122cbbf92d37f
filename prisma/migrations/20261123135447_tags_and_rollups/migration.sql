-- Tags: what an item, a company or a deal says about a thesis. A change supersedes the row before it. Day
-- counts for charts.

CREATE TYPE "Stance" AS ENUM ('for', 'against', 'neutral');
CREATE TYPE "TagOrigin" AS ENUM ('person', 'rule', 'model', 'import');

-- Many tags set or removed in one step, which can be undone as one.
CREATE TABLE tag_batch (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  origin       "TagOrigin" NOT NULL,
  source_id    uuid,
  label        text NOT NULL,
  actor_name   text NOT NULL,
  actor_id     uuid,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  undone_at    timestamptz(3),
  undone_by    text,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX tag_batch_workspace_id_created_at_idx ON tag_batch (workspace_id, created_at DESC);

-- `published_at` follows the item's, so that a thesis' reading list is one index range.
CREATE TABLE news_tag (
  workspace_id        uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id                  uuid NOT NULL,
  subject_id          uuid NOT NULL,
  thesis_id           uuid NOT NULL,
  stance              "Stance" NOT NULL,
  strength            smallint NOT NULL CHECK (strength BETWEEN 1 AND 3),
  note                text,
  origin              "TagOrigin" NOT NULL DEFAULT 'person',
  source_id           uuid,
  confidence          real CHECK (confidence BETWEEN 0 AND 1),
  batch_id            uuid,
  actor_name          text NOT NULL,
  actor_id            uuid,
  valid_from          timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recorded_at         timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  superseded_at       timestamptz(3),
  superseded_by       uuid,
  superseded_actor    text,
  superseded_batch_id uuid,
  published_at        timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, subject_id) REFERENCES news_item,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis,
  FOREIGN KEY (workspace_id, batch_id) REFERENCES tag_batch,
  FOREIGN KEY (workspace_id, superseded_batch_id) REFERENCES tag_batch
);
CREATE INDEX news_tag_newest ON news_tag (workspace_id, thesis_id, published_at DESC, subject_id DESC)
  WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX news_tag_current ON news_tag (workspace_id, subject_id, thesis_id)
  WHERE superseded_at IS NULL;
CREATE INDEX news_tag_history ON news_tag (workspace_id, subject_id, recorded_at);
CREATE INDEX news_tag_batch ON news_tag (workspace_id, batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX news_tag_superseded_batch ON news_tag (workspace_id, superseded_batch_id)
  WHERE superseded_batch_id IS NOT NULL;

CREATE TABLE company_tag (
  workspace_id     uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id               uuid NOT NULL,
  subject_id       uuid NOT NULL,
  thesis_id        uuid NOT NULL,
  stance           "Stance" NOT NULL,
  strength         smallint NOT NULL CHECK (strength BETWEEN 1 AND 3),
  note             text,
  origin           "TagOrigin" NOT NULL DEFAULT 'person',
  source_id        uuid,
  confidence       real CHECK (confidence BETWEEN 0 AND 1),
  actor_name       text NOT NULL,
  actor_id         uuid,
  valid_from       timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recorded_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  superseded_at    timestamptz(3),
  superseded_by    uuid,
  superseded_actor text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, subject_id) REFERENCES company,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);
CREATE UNIQUE INDEX company_tag_current ON company_tag (workspace_id, subject_id, thesis_id)
  WHERE superseded_at IS NULL;
CREATE INDEX company_tag_thesis ON company_tag (workspace_id, thesis_id, subject_id)
  WHERE superseded_at IS NULL;

CREATE TABLE deal_tag (
  workspace_id     uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id               uuid NOT NULL,
  subject_id       uuid NOT NULL,
  thesis_id        uuid NOT NULL,
  stance           "Stance" NOT NULL,
  strength         smallint NOT NULL CHECK (strength BETWEEN 1 AND 3),
  note             text,
  origin           "TagOrigin" NOT NULL DEFAULT 'person',
  source_id        uuid,
  confidence       real CHECK (confidence BETWEEN 0 AND 1),
  actor_name       text NOT NULL,
  actor_id         uuid,
  valid_from       timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recorded_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  superseded_at    timestamptz(3),
  superseded_by    uuid,
  superseded_actor text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, subject_id) REFERENCES deal,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);
CREATE UNIQUE INDEX deal_tag_current ON deal_tag (workspace_id, subject_id, thesis_id)
  WHERE superseded_at IS NULL;
CREATE INDEX deal_tag_thesis ON deal_tag (workspace_id, thesis_id, subject_id)
  WHERE superseded_at IS NULL;

-- History can be added to, not changed: superseding a tag and undoing a batch are the updates it knows.
GRANT SELECT, INSERT ON tag_batch, news_tag, company_tag, deal_tag TO throughline_app;
GRANT UPDATE (undone_at, undone_by) ON tag_batch TO throughline_app;
GRANT UPDATE (superseded_at, superseded_by, superseded_actor, superseded_batch_id, published_at)
  ON news_tag TO throughline_app;
GRANT UPDATE (superseded_at, superseded_by, superseded_actor) ON company_tag, deal_tag TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tag_batch', 'news_tag', 'company_tag'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
ALTER TABLE deal_tag ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal_tag USING (workspace_id = (SELECT current_workspace())
  AND EXISTS (SELECT 1 FROM deal AS d
    WHERE d.workspace_id = deal_tag.workspace_id AND d.id = deal_tag.subject_id));

-- Rollups: statement triggers keep the counts that charts read in the very transaction that writes, whatever
-- door it came through. Rows are touched in key order so that two writers cannot wait for each other in a
-- circle. The triggers work with the owner's rights, on all rows; the application reads signal_day only
-- through signal_seen.

CREATE TABLE signal_day (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  thesis_id     uuid NOT NULL,
  day           date NOT NULL,
  for_count     integer NOT NULL DEFAULT 0,
  against_count integer NOT NULL DEFAULT 0,
  neutral_count integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, thesis_id, day),
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);
CREATE TABLE coverage_day (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  day          date NOT NULL,
  item_count   integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, day)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON coverage_day TO throughline_app;
ALTER TABLE signal_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON signal_day USING (workspace_id = (SELECT current_workspace()));
ALTER TABLE coverage_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON coverage_day USING (workspace_id = (SELECT current_workspace()));

-- A workspace's days are cut anew under the exclusive lock, counted under the shared one: nothing is counted
-- on a day of the zone the workspace is just leaving.
CREATE FUNCTION lock_days(workspaces uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(7261003, hashtext(w::text)) FROM unnest(workspaces) AS w ORDER BY w
$$;

CREATE FUNCTION roll_up_news_tags() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM old_rows));
    INSERT INTO signal_day AS s (workspace_id, thesis_id, day, for_count, against_count, neutral_count)
    SELECT t.workspace_id, t.thesis_id, (t.published_at AT TIME ZONE w.time_zone)::date,
           -count(*) FILTER (WHERE t.stance = 'for'), -count(*) FILTER (WHERE t.stance = 'against'),
           -count(*) FILTER (WHERE t.stance = 'neutral')
    FROM old_rows AS t JOIN workspace AS w ON w.id = t.workspace_id
    WHERE t.superseded_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (workspace_id, thesis_id, day) DO UPDATE SET for_count = s.for_count + excluded.for_count,
      against_count = s.against_count + excluded.against_count,
      neutral_count = s.neutral_count + excluded.neutral_count;
    UPDATE news_item AS i SET tag_count = i.tag_count - t.n
    FROM (SELECT workspace_id, subject_id, count(*) AS n FROM old_rows
          WHERE superseded_at IS NULL GROUP BY 1, 2) AS t
    WHERE i.workspace_id = t.workspace_id AND i.id = t.subject_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM new_rows));
    INSERT INTO signal_day AS s (workspace_id, thesis_id, day, for_count, against_count, neutral_count)
    SELECT t.workspace_id, t.thesis_id, (t.published_at AT TIME ZONE w.time_zone)::date,
           count(*) FILTER (WHERE t.stance = 'for'), count(*) FILTER (WHERE t.stance = 'against'),
           count(*) FILTER (WHERE t.stance = 'neutral')
    FROM new_rows AS t JOIN workspace AS w ON w.id = t.workspace_id
    WHERE t.superseded_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (workspace_id, thesis_id, day) DO UPDATE SET for_count = s.for_count + excluded.for_count,
      against_count = s.against_count + excluded.against_count,
      neutral_count = s.neutral_count + excluded.neutral_count;
    UPDATE news_item AS i SET tag_count = i.tag_count + t.n
    FROM (SELECT workspace_id, subject_id, count(*) AS n FROM new_rows
          WHERE superseded_at IS NULL GROUP BY 1, 2) AS t
    WHERE i.workspace_id = t.workspace_id AND i.id = t.subject_id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION roll_up_news_items() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (SELECT 1 FROM old_rows AS o JOIN new_rows AS n USING (workspace_id, id)
                   WHERE o.published_at <> n.published_at) THEN RETURN NULL; END IF;
    UPDATE news_tag AS t SET published_at = n.published_at
    FROM new_rows AS n
    WHERE t.workspace_id = n.workspace_id AND t.subject_id = n.id AND t.published_at <> n.published_at;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM old_rows));
    INSERT INTO coverage_day AS c (workspace_id, day, item_count)
    SELECT i.workspace_id, (i.published_at AT TIME ZONE w.time_zone)::date, -count(*)
    FROM old_rows AS i JOIN workspace AS w ON w.id = i.workspace_id GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (workspace_id, day) DO UPDATE SET item_count = c.item_count + excluded.item_count;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM new_rows));
    INSERT INTO coverage_day AS c (workspace_id, day, item_count)
    SELECT i.workspace_id, (i.published_at AT TIME ZONE w.time_zone)::date, count(*)
    FROM new_rows AS i JOIN workspace AS w ON w.id = i.workspace_id GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (workspace_id, day) DO UPDATE SET item_count = c.item_count + excluded.item_count;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER news_tag_inserted AFTER INSERT ON news_tag REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_tags();
CREATE TRIGGER news_tag_updated AFTER UPDATE ON news_tag
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_tags();
CREATE TRIGGER news_tag_deleted AFTER DELETE ON news_tag REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_tags();
CREATE TRIGGER news_item_inserted AFTER INSERT ON news_item REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_items();
CREATE TRIGGER news_item_updated AFTER UPDATE ON news_item
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_items();
CREATE TRIGGER news_item_deleted AFTER DELETE ON news_item REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_items();

-- A workspace that moves to another time zone has its days cut anew, in the transaction that moves it.
CREATE FUNCTION rebuild_rollups(workspace_ uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT pg_advisory_xact_lock(7261003, hashtext(workspace_::text));
  DELETE FROM signal_day WHERE workspace_id = workspace_;
  DELETE FROM coverage_day WHERE workspace_id = workspace_;
  INSERT INTO signal_day (workspace_id, thesis_id, day, for_count, against_count, neutral_count)
  SELECT t.workspace_id, t.thesis_id, (t.published_at AT TIME ZONE w.time_zone)::date,
         count(*) FILTER (WHERE t.stance = 'for'), count(*) FILTER (WHERE t.stance = 'against'),
         count(*) FILTER (WHERE t.stance = 'neutral')
  FROM news_tag AS t JOIN workspace AS w ON w.id = t.workspace_id
  WHERE t.workspace_id = workspace_ AND t.superseded_at IS NULL GROUP BY 1, 2, 3;
  INSERT INTO coverage_day (workspace_id, day, item_count)
  SELECT i.workspace_id, (i.published_at AT TIME ZONE w.time_zone)::date, count(*)
  FROM news_item AS i JOIN workspace AS w ON w.id = i.workspace_id
  WHERE i.workspace_id = workspace_ GROUP BY 1, 2;
$$;

REVOKE ALL ON FUNCTION rebuild_rollups(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rebuild_rollups(uuid) TO throughline_app;
