-- Pipelines with their stages, deals, and the history of their moves.

CREATE TYPE "StageKind" AS ENUM ('open', 'won', 'lost');

CREATE TABLE pipeline (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  slug         text NOT NULL,
  name_en      text NOT NULL,
  name_zh      text NOT NULL,
  position     integer NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX pipeline_workspace_id_slug_key ON pipeline (workspace_id, slug);

CREATE TABLE stage (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  pipeline_id  uuid NOT NULL,
  slug         text NOT NULL,
  name_en      text NOT NULL,
  name_zh      text NOT NULL,
  position     integer NOT NULL,
  kind         "StageKind" NOT NULL DEFAULT 'open',
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, pipeline_id) REFERENCES pipeline
);
CREATE UNIQUE INDEX stage_workspace_id_pipeline_id_slug_key ON stage (workspace_id, pipeline_id, slug);

CREATE TABLE deal (
  workspace_id     uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id               uuid NOT NULL,
  company_id       uuid NOT NULL,
  pipeline_id      uuid NOT NULL,
  stage_id         uuid NOT NULL,
  round            text,
  amount           decimal(20,2) CHECK (amount >= 0),
  currency         char(3),
  valuation        decimal(20,2),
  lead             text,
  co_investors     text[],
  owner_id         uuid REFERENCES app_user,
  source           text,
  next_step        text,
  pass_reason      text,
  revisit_if       text,
  confidential     boolean NOT NULL DEFAULT false,
  example          boolean NOT NULL DEFAULT false,
  opened_on        date NOT NULL,
  stage_entered_at timestamptz(3) NOT NULL,
  version          integer NOT NULL DEFAULT 1,
  created_at       timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at       timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id    uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, company_id) REFERENCES company,
  FOREIGN KEY (workspace_id, pipeline_id) REFERENCES pipeline,
  FOREIGN KEY (workspace_id, stage_id) REFERENCES stage,
  CHECK (currency IS NOT NULL OR (amount IS NULL AND valuation IS NULL))
);
CREATE INDEX deal_workspace_id_updated_at_id_idx ON deal (workspace_id, updated_at DESC, id DESC);
CREATE INDEX deal_workspace_id_stage_id_idx ON deal (workspace_id, stage_id);
CREATE INDEX deal_workspace_id_company_id_idx ON deal (workspace_id, company_id);

CREATE TABLE stage_move (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id            uuid NOT NULL,
  deal_id       uuid NOT NULL,
  from_stage_id uuid,
  to_stage_id   uuid NOT NULL,
  reason        text,
  actor_name    text NOT NULL,
  actor_id      uuid,
  moved_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recorded_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, deal_id) REFERENCES deal,
  FOREIGN KEY (workspace_id, from_stage_id) REFERENCES stage,
  FOREIGN KEY (workspace_id, to_stage_id) REFERENCES stage
);
CREATE INDEX stage_move_workspace_id_deal_id_moved_at_idx ON stage_move (workspace_id, deal_id, moved_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON pipeline, stage TO throughline_app;
GRANT SELECT, INSERT, UPDATE ON deal TO throughline_app;
GRANT SELECT, INSERT ON stage_move TO throughline_app;

ALTER TABLE pipeline ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pipeline USING (workspace_id = (SELECT current_workspace()));
ALTER TABLE stage ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage USING (workspace_id = (SELECT current_workspace()));

-- A confidential deal is seen only when the transaction says that its reader may; so are its moves, and in
-- the activity list what it is called.
ALTER TABLE deal ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal
  USING (workspace_id = (SELECT current_workspace()) AND (NOT confidential OR (SELECT sees_confidential())));
ALTER TABLE stage_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_move USING (workspace_id = (SELECT current_workspace())
  AND EXISTS (SELECT 1 FROM deal AS d
    WHERE d.workspace_id = stage_move.workspace_id AND d.id = stage_move.deal_id));
CREATE POLICY tenant ON audit_entry FOR SELECT USING (workspace_id = (SELECT current_workspace())
  AND (entity <> 'deal' OR EXISTS (SELECT 1 FROM deal AS d
    WHERE d.workspace_id = audit_entry.workspace_id AND d.id = audit_entry.entity_id)));
