-- Names that items mention: found, and what a person said of it. The link itself is a row of news_company, as one made by hand.
ALTER TABLE "company" ADD COLUMN "aliases" TEXT[] NOT NULL DEFAULT '{}';

CREATE TYPE "MentionStatus" AS ENUM ('found', 'confirmed', 'rejected');

CREATE TABLE "news_mention" (
    "workspace_id" UUID NOT NULL,
    "news_item_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "words" TEXT[] NOT NULL,
    "status" "MentionStatus" NOT NULL,
    "decided_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_mention_pkey" PRIMARY KEY ("workspace_id","news_item_id","company_id")
);
CREATE INDEX "news_mention_workspace_id_company_id_idx" ON "news_mention"("workspace_id", "company_id");

ALTER TABLE news_mention
    ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, company_id) REFERENCES company (workspace_id, id) ON DELETE CASCADE;
ALTER TABLE news_mention ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON news_mention USING (workspace_id = (SELECT current_workspace()));
GRANT SELECT, INSERT, UPDATE ON news_mention TO throughline_app;
