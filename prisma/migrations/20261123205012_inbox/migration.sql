-- The inbox: what became of an item before anybody tagged it, and when each member looked last. Who did what
-- when is in the audit.

CREATE TABLE news_triage (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  news_item_id  uuid NOT NULL,
  assignee_id   uuid REFERENCES app_user ON DELETE SET NULL,
  snoozed_until timestamptz(3),
  dismissed_at  timestamptz(3),
  updated_at    timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, news_item_id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item ON DELETE CASCADE
);
CREATE INDEX news_triage_workspace_id_assignee_id_idx ON news_triage (workspace_id, assignee_id);
CREATE INDEX news_triage_workspace_id_snoozed_until_idx ON news_triage (workspace_id, snoozed_until);
CREATE INDEX news_triage_workspace_id_dismissed_at_idx ON news_triage (workspace_id, dismissed_at);

CREATE TABLE inbox_visit (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  user_id      uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  opened_at    timestamptz(3) NOT NULL,
  since        timestamptz(3),
  PRIMARY KEY (workspace_id, user_id)
);

GRANT SELECT, INSERT, UPDATE ON news_triage, inbox_visit TO throughline_app;
ALTER TABLE news_triage ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON news_triage USING (workspace_id = (SELECT current_workspace()));
ALTER TABLE inbox_visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbox_visit USING (workspace_id = (SELECT current_workspace()));
