-- Where a tag came from, and many tags as one step that can be taken back.

CREATE TABLE "tag_batch" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "origin" "TagOrigin" NOT NULL,
    "source_id" UUID,
    "label" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "tag_batch_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "tag_batch_workspace_id_created_at_idx" ON "tag_batch"("workspace_id", "created_at" DESC);

ALTER TABLE "news_tag" ADD COLUMN "confidence" REAL, ADD COLUMN "source_id" UUID, ADD COLUMN "batch_id" UUID,
    ADD COLUMN "superseded_actor" TEXT, ADD COLUMN "superseded_batch_id" UUID;
ALTER TABLE "company_tag" ADD COLUMN "confidence" REAL, ADD COLUMN "source_id" UUID, ADD COLUMN "superseded_actor" TEXT;
ALTER TABLE "deal_tag" ADD COLUMN "confidence" REAL, ADD COLUMN "source_id" UUID, ADD COLUMN "superseded_actor" TEXT;

ALTER TABLE tag_batch ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE;
ALTER TABLE news_tag ADD FOREIGN KEY (workspace_id, batch_id) REFERENCES tag_batch (workspace_id, id),
                     ADD FOREIGN KEY (workspace_id, superseded_batch_id) REFERENCES tag_batch (workspace_id, id),
                     ADD CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE company_tag ADD CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE deal_tag ADD CHECK (confidence BETWEEN 0 AND 1);
CREATE INDEX news_tag_batch ON news_tag (workspace_id, batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX news_tag_superseded_batch ON news_tag (workspace_id, superseded_batch_id) WHERE superseded_batch_id IS NOT NULL;

GRANT SELECT, INSERT ON tag_batch TO throughline_app;
GRANT UPDATE (undone_at, undone_by) ON tag_batch TO throughline_app;
GRANT UPDATE (superseded_actor, superseded_batch_id) ON news_tag TO throughline_app;
GRANT UPDATE (superseded_actor) ON company_tag, deal_tag TO throughline_app;
ALTER TABLE tag_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tag_batch USING (workspace_id = (SELECT current_workspace()));
