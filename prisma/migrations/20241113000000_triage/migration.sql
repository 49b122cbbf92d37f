-- The inbox: what became of an item before anybody tagged it, and when each member looked last. Who did what when is in the audit.

CREATE TABLE "news_triage" (
    "workspace_id" UUID NOT NULL,
    "news_item_id" UUID NOT NULL,
    "assignee_id" UUID,
    "snoozed_until" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_triage_pkey" PRIMARY KEY ("workspace_id","news_item_id")
);
CREATE INDEX "news_triage_workspace_id_assignee_id_idx" ON "news_triage"("workspace_id", "assignee_id");
CREATE INDEX "news_triage_workspace_id_snoozed_until_idx" ON "news_triage"("workspace_id", "snoozed_until");
CREATE INDEX "news_triage_workspace_id_dismissed_at_idx" ON "news_triage"("workspace_id", "dismissed_at");

CREATE TABLE "inbox_visit" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_visit_pkey" PRIMARY KEY ("workspace_id","user_id")
);

ALTER TABLE news_triage
    ADD FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id) ON DELETE CASCADE,
    ADD FOREIGN KEY (assignee_id) REFERENCES app_user (id) ON DELETE SET NULL;
ALTER TABLE inbox_visit ADD FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['news_triage', 'inbox_visit'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO throughline_app', t);
  END LOOP;
END $$;

-- What nobody tagged, as it came in.
CREATE INDEX news_item_inbox ON news_item (workspace_id, first_seen_at DESC, id DESC) WHERE tag_count = 0;
