-- Rules that tag news, their runs over what is stored, and the synonyms they read.

CREATE TYPE "TagRuleStatus" AS ENUM ('active', 'paused', 'retired');
CREATE TYPE "TagRuleRunStatus" AS ENUM ('running', 'done', 'stopped');

CREATE TABLE tag_rule (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  thesis_id    uuid NOT NULL,
  name         text NOT NULL,
  expression   text NOT NULL,
  stance       "Stance" NOT NULL,
  strength     smallint NOT NULL CHECK (strength BETWEEN 1 AND 3),
  status       "TagRuleStatus" NOT NULL DEFAULT 'active',
  version      integer NOT NULL DEFAULT 1,
  created_by   text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis ON DELETE CASCADE
);
CREATE INDEX tag_rule_workspace_id_thesis_id_idx ON tag_rule (workspace_id, thesis_id);

-- A rule put to all stored items, newest first; `after_time` and `after_id` are the last one examined.
CREATE TABLE tag_rule_run (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  rule_id      uuid NOT NULL,
  rule_version integer NOT NULL,
  batch_id     uuid NOT NULL,
  status       "TagRuleRunStatus" NOT NULL DEFAULT 'running',
  total        integer NOT NULL,
  examined     integer NOT NULL DEFAULT 0,
  put          integer NOT NULL DEFAULT 0,
  removed      integer NOT NULL DEFAULT 0,
  after_time   timestamptz(3),
  after_id     uuid,
  started_by   text NOT NULL,
  started_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, rule_id) REFERENCES tag_rule ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, batch_id) REFERENCES tag_batch
);
CREATE INDEX tag_rule_run_workspace_id_rule_id_started_at_idx
  ON tag_rule_run (workspace_id, rule_id, started_at DESC);

CREATE TABLE thesis_synonyms (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  thesis_id    uuid NOT NULL,
  sets         jsonb NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  updated_at   timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, thesis_id),
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis ON DELETE CASCADE
);

GRANT SELECT, INSERT ON tag_rule, tag_rule_run, thesis_synonyms TO throughline_app;
GRANT UPDATE (name, expression, stance, strength, status, version, updated_at) ON tag_rule TO throughline_app;
GRANT UPDATE (status, examined, put, removed, after_time, after_id, updated_at)
  ON tag_rule_run TO throughline_app;
GRANT UPDATE (sets, version, updated_at) ON thesis_synonyms TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tag_rule', 'tag_rule_run', 'thesis_synonyms'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
