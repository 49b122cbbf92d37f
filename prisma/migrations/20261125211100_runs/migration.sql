-- Long work in steps, and what imports keep: the rows of a file until they are stored, and which items came of them.

CREATE TYPE "RunState" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

CREATE TABLE job_run (
  workspace_id        uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id                  uuid NOT NULL,
  kind                text NOT NULL,
  subject_id          uuid,
  label               text NOT NULL,
  state               "RunState" NOT NULL DEFAULT 'queued',
  permission          text NOT NULL,
  undo_kind           text,
  input               jsonb NOT NULL,
  cursor              jsonb,
  result              jsonb NOT NULL,
  done                integer NOT NULL DEFAULT 0,
  total               integer,
  error               text,
  error_key           text,
  failures            integer NOT NULL DEFAULT 0,
  due_at              timestamptz(3) NOT NULL,
  cancel_requested_at timestamptz(3),
  started_by          text NOT NULL,
  created_at          timestamptz(3) NOT NULL,
  started_at          timestamptz(3),
  updated_at          timestamptz(3) NOT NULL,
  finished_at         timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX job_run_newest ON job_run (workspace_id, created_at DESC, id DESC);
CREATE INDEX job_run_subject ON job_run (workspace_id, kind, subject_id, created_at DESC);
CREATE INDEX job_run_due ON job_run (kind, due_at) WHERE state IN ('queued', 'running');
CREATE UNIQUE INDEX job_run_open ON job_run (workspace_id, kind, subject_id) NULLS NOT DISTINCT
  WHERE state IN ('queued', 'running');

CREATE TABLE import_row (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  run_id       uuid NOT NULL,
  row          integer NOT NULL,
  item         jsonb,
  "column"     text,
  problem      text,
  PRIMARY KEY (workspace_id, run_id, row),
  FOREIGN KEY (workspace_id, run_id) REFERENCES job_run ON DELETE CASCADE,
  CHECK (num_nonnulls(item, problem) = 1)
);
CREATE INDEX import_row_problems ON import_row (workspace_id, run_id, row) WHERE item IS NULL;

CREATE TABLE import_item (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  run_id       uuid NOT NULL,
  news_item_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, run_id, news_item_id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES job_run ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item ON DELETE CASCADE
);
CREATE INDEX import_item_item ON import_item (workspace_id, news_item_id);

GRANT SELECT, INSERT, UPDATE ON job_run TO throughline_app;
GRANT SELECT, INSERT, DELETE ON import_row TO throughline_app;
GRANT SELECT, INSERT ON import_item TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['job_run', 'import_row', 'import_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;

-- Runs of rules are runs like others.
INSERT INTO job_run (workspace_id, id, kind, subject_id, label, state, permission, undo_kind, input, cursor, result,
                     done, total, error, due_at, started_by, created_at, started_at, updated_at, finished_at)
SELECT u.workspace_id, u.id, 'rule.apply', u.rule_id, r.name,
       CASE u.status WHEN 'done' THEN 'done' ELSE 'cancelled' END::"RunState", 'tag:write', 'rule.undoApply',
       jsonb_build_object('ruleVersion', u.rule_version, 'batchId', u.batch_id), NULL,
       jsonb_build_object('put', u.put, 'removed', u.removed),
       u.examined, u.total, NULL, u.updated_at, u.started_by, u.started_at, u.started_at, u.updated_at, u.updated_at
FROM tag_rule_run AS u JOIN tag_rule AS r ON r.workspace_id = u.workspace_id AND r.id = u.rule_id;
DROP TABLE tag_rule_run;
DROP TYPE "TagRuleRunStatus";

-- The run of each of these kinds that waited longest for a worker.
CREATE FUNCTION door_due_runs(kinds text[])
RETURNS TABLE (workspace_id uuid, run_id uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT ON (r.kind) r.workspace_id, r.id, r.kind FROM job_run AS r
  WHERE r.state IN ('queued', 'running') AND r.kind = ANY (kinds) AND r.due_at <= now()
  ORDER BY r.kind, r.due_at
$$;

-- The workspaces with items nobody placed: those stored before there were stories, or whose event was lost.
DROP FUNCTION door_unplaced_news(int);
CREATE FUNCTION door_unplaced_workspaces()
RETURNS TABLE (workspace_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id FROM workspace AS w WHERE EXISTS (
    SELECT 1 FROM news_item AS i WHERE i.workspace_id = w.id AND NOT EXISTS (
      SELECT 1 FROM story_member AS m WHERE m.workspace_id = i.workspace_id AND m.news_item_id = i.id))
$$;

-- Removes items that an import of the current workspace added, with what the machine said of them. A story that
-- one of them began goes on under the earliest that is left. Whether somebody touched one, the caller has seen.
CREATE FUNCTION door_remove_imported(run_ uuid, ids uuid[])
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  here uuid := current_workspace();
  going uuid[] := ARRAY(SELECT i.news_item_id FROM import_item AS i
    WHERE i.workspace_id = here AND i.run_id = run_ AND i.news_item_id = ANY (ids));
BEGIN
  UPDATE story_member AS m SET story_id = next.head FROM (
    SELECT DISTINCT ON (o.story_id) o.story_id, o.news_item_id AS head
    FROM story_member AS o JOIN news_item AS i ON i.workspace_id = o.workspace_id AND i.id = o.news_item_id
    WHERE o.workspace_id = here AND o.story_id = ANY (going) AND o.news_item_id <> ALL (going)
    ORDER BY o.story_id, i.published_at, i.id) AS next
  WHERE m.workspace_id = here AND m.story_id = next.story_id;
  DELETE FROM story_member WHERE workspace_id = here AND news_item_id = ANY (going);
  DELETE FROM story_band WHERE workspace_id = here AND news_item_id = ANY (going);
  DELETE FROM news_tag WHERE workspace_id = here AND subject_id = ANY (going);
  DELETE FROM news_company WHERE workspace_id = here AND news_item_id = ANY (going);
  DELETE FROM news_content WHERE workspace_id = here AND news_item_id = ANY (going);
  DELETE FROM news_item WHERE workspace_id = here AND id = ANY (going);
  RETURN cardinality(going);
END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['door_due_runs(text[])', 'door_unplaced_workspaces()',
    'door_remove_imported(uuid, uuid[])']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO throughline_app', f);
  END LOOP;
END $$;
