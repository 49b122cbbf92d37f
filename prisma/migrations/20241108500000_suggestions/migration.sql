-- Models that suggest theses, every version of them, and what people answered. History: nothing is changed or removed.

CREATE TABLE "suggestion_training" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_name" TEXT NOT NULL,
    "examples" INTEGER NOT NULL,
    "vocabulary" JSONB NOT NULL,

    CONSTRAINT "suggestion_training_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX "suggestion_training_workspace_id_number_key" ON "suggestion_training"("workspace_id", "number");

CREATE TABLE "suggestion_model" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "training_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "keywords" TEXT[],
    "bias" DOUBLE PRECISION NOT NULL,
    "keyword" DOUBLE PRECISION NOT NULL,
    "weights" BYTEA NOT NULL,
    "slope" DOUBLE PRECISION NOT NULL,
    "intercept" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "positives" INTEGER NOT NULL,
    "negatives" INTEGER NOT NULL,
    "measured" JSONB NOT NULL,

    CONSTRAINT "suggestion_model_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "suggestion_model_workspace_id_training_id_idx" ON "suggestion_model"("workspace_id", "training_id");

CREATE TABLE "suggestion_answer" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "news_item_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "model_id" UUID,
    "accepted" BOOLEAN NOT NULL,
    "probability" DOUBLE PRECISION,
    "words" TEXT[],
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suggestion_answer_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "suggestion_answer_workspace_id_news_item_id_thesis_id_answe_idx" ON "suggestion_answer"("workspace_id", "news_item_id", "thesis_id", "answered_at" DESC);
CREATE INDEX "suggestion_answer_workspace_id_answered_at_idx" ON "suggestion_answer"("workspace_id", "answered_at");

ALTER TABLE suggestion_training ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE;
ALTER TABLE suggestion_model
    ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, training_id) REFERENCES suggestion_training (workspace_id, id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id) ON DELETE CASCADE;
ALTER TABLE suggestion_answer
    ADD FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id) ON DELETE CASCADE,
    ADD FOREIGN KEY (workspace_id, model_id) REFERENCES suggestion_model (workspace_id, id),
    ADD CHECK (probability BETWEEN 0 AND 1);

GRANT SELECT, INSERT ON suggestion_training, suggestion_model, suggestion_answer TO throughline_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['suggestion_training', 'suggestion_model', 'suggestion_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
-- An answer tells what a tag is: it is hidden from whoever reads the item blind.
CREATE POLICY blind_reading ON suggestion_answer AS RESTRICTIVE USING (news_item_id <> ALL ((SELECT blind_items())::uuid[]));
