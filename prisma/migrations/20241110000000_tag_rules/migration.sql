-- Rules that tag news, their runs over what is stored, and the synonyms they read.

CREATE TYPE "TagRuleStatus" AS ENUM ('active', 'paused', 'retired');
CREATE TYPE "TagRuleRunStatus" AS ENUM ('running', 'done', 'stopped');

CREATE TABLE "tag_rule" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    "stance" "Stance" NOT NULL,
    "strength" SMALLINT NOT NULL,
    "status" "TagRuleStatus" NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_rule_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "tag_rule_workspace_id_thesis_id_idx" ON "tag_rule"("workspace_id", "thesis_id");

CREATE TABLE "tag_rule_run" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "batch_id" UUID NOT NULL,
    "status" "TagRuleRunStatus" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "examined" INTEGER NOT NULL DEFAULT 0,
    "put" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "after_time" TIMESTAMPTZ(3),
    "after_id" UUID,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tag_rule_run_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "tag_rule_run_workspace_id_rule_id_started_at_idx" ON "tag_rule_run"("workspace_id", "rule_id", "started_at" DESC);

CREATE TABLE "thesis_synonyms" (
    "workspace_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "sets" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thesis_synonyms_pkey" PRIMARY KEY ("workspace_id","thesis_id")
);

ALTER TABLE tag_rule
    ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id) ON DELETE CASCADE,
    ADD CHECK (strength BETWEEN 1 AND 3);
ALTER TABLE tag_rule_run
    ADD FOREIGN KEY (workspace_id, rule_id) REFERENCES tag_rule (workspace_id, id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, batch_id) REFERENCES tag_batch (workspace_id, id);
ALTER TABLE thesis_synonyms
    ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id) ON DELETE CASCADE;

GRANT SELECT, INSERT ON tag_rule, tag_rule_run, thesis_synonyms TO throughline_app;
GRANT UPDATE (name, expression, stance, strength, status, version, updated_at) ON tag_rule TO throughline_app;
GRANT UPDATE (status, examined, put, removed, after_time, after_id, updated_at) ON tag_rule_run TO throughline_app;
GRANT UPDATE (sets, version, updated_at) ON thesis_synonyms TO throughline_app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['tag_rule', 'tag_rule_run', 'thesis_synonyms'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
