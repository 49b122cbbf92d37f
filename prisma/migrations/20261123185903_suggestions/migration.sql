-- Models that suggest theses, every version of them, and what people answered. History: nothing is changed or
-- removed.

CREATE TABLE suggestion_training (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  number       integer NOT NULL,
  trained_at   timestamptz(3) NOT NULL,
  actor_name   text NOT NULL,
  examples     integer NOT NULL,
  vocabulary   jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX suggestion_training_workspace_id_number_key ON suggestion_training (workspace_id, number);

CREATE TABLE suggestion_model (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  training_id  uuid NOT NULL,
  thesis_id    uuid NOT NULL,
  keywords     text[],
  bias         double precision NOT NULL,
  keyword      double precision NOT NULL,
  weights      bytea NOT NULL,
  slope        double precision NOT NULL,
  intercept    double precision NOT NULL,
  threshold    double precision NOT NULL,
  positives    integer NOT NULL,
  negatives    integer NOT NULL,
  measured     jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, training_id) REFERENCES suggestion_training ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis ON DELETE CASCADE
);
CREATE INDEX suggestion_model_workspace_id_training_id_idx ON suggestion_model (workspace_id, training_id);

CREATE TABLE suggestion_answer (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  news_item_id uuid NOT NULL,
  thesis_id    uuid NOT NULL,
  model_id     uuid,
  accepted     boolean NOT NULL,
  probability  double precision CHECK (probability BETWEEN 0 AND 1),
  words        text[],
  actor_name   text NOT NULL,
  actor_id     uuid,
  answered_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, model_id) REFERENCES suggestion_model
);
-- Prisma's name for it, cut at 63 characters.
CREATE INDEX suggestion_answer_workspace_id_news_item_id_thesis_id_answe_idx
  ON suggestion_answer (workspace_id, news_item_id, thesis_id, answered_at DESC);
CREATE INDEX suggestion_answer_workspace_id_answered_at_idx ON suggestion_answer (workspace_id, answered_at);

GRANT SELECT, INSERT ON suggestion_training, suggestion_model, suggestion_answer TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['suggestion_training', 'suggestion_model', 'suggestion_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
-- An answer tells what a tag is: it is hidden from whoever reads the item blind.
CREATE POLICY blind_reading ON suggestion_answer AS RESTRICTIVE
  USING (news_item_id <> ALL ((SELECT blind_items())::uuid[]));
