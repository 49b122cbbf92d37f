-- Blind second readings, and the wall that keeps them blind (docs/adr/0013-blind-reading.md).

CREATE TYPE "SettledFor" AS ENUM ('first', 'second', 'other');

CREATE TABLE agreement_round (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  reader_id    uuid NOT NULL REFERENCES app_user,
  reader_name  text NOT NULL,
  drawn_by_id  uuid,
  drawn_by     text NOT NULL,
  drawn_at     timestamptz(3) NOT NULL,
  closed_at    timestamptz(3),
  closed_by    text,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX agreement_round_workspace_id_drawn_at_id_idx
  ON agreement_round (workspace_id, drawn_at DESC, id DESC);

CREATE TABLE agreement_draw (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  round_id     uuid NOT NULL,
  seed         text NOT NULL,
  size         integer NOT NULL,
  thesis_id    uuid,
  from_day     date,
  to_day       date,
  PRIMARY KEY (workspace_id, round_id),
  FOREIGN KEY (workspace_id, round_id) REFERENCES agreement_round,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);

CREATE TABLE agreement_task (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  round_id     uuid NOT NULL,
  news_item_id uuid NOT NULL,
  reader_id    uuid NOT NULL REFERENCES app_user,
  place        integer NOT NULL,
  blind        boolean NOT NULL DEFAULT true,
  read_at      timestamptz(3),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, round_id) REFERENCES agreement_round,
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item
);
CREATE UNIQUE INDEX agreement_task_workspace_id_round_id_place_key
  ON agreement_task (workspace_id, round_id, place);
CREATE UNIQUE INDEX agreement_task_workspace_id_round_id_news_item_id_key
  ON agreement_task (workspace_id, round_id, news_item_id);
-- An item has one blind reader at a time. The same index answers what is hidden from whom.
CREATE UNIQUE INDEX agreement_task_blind ON agreement_task (workspace_id, news_item_id)
  INCLUDE (reader_id) WHERE blind;
CREATE INDEX agreement_task_reader ON agreement_task (workspace_id, reader_id, news_item_id);

CREATE TABLE agreement_reading (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  task_id      uuid NOT NULL,
  thesis_id    uuid NOT NULL,
  stance       "Stance" NOT NULL,
  strength     smallint NOT NULL,
  PRIMARY KEY (workspace_id, task_id, thesis_id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES agreement_task,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);

CREATE TABLE agreement_settlement (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  task_id       uuid NOT NULL,
  settled_for   "SettledFor" NOT NULL,
  reason        text NOT NULL,
  settled_by    text NOT NULL,
  settled_by_id uuid,
  settled_at    timestamptz(3) NOT NULL,
  batch_id      uuid NOT NULL,
  PRIMARY KEY (workspace_id, task_id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES agreement_task,
  FOREIGN KEY (workspace_id, batch_id) REFERENCES tag_batch
);

GRANT SELECT, INSERT
  ON agreement_round, agreement_draw, agreement_task, agreement_reading, agreement_settlement
  TO throughline_app;
GRANT UPDATE (closed_at, closed_by) ON agreement_round TO throughline_app;
GRANT UPDATE (blind, read_at) ON agreement_task TO throughline_app;
GRANT DELETE ON agreement_reading TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreement_round', 'agreement_draw', 'agreement_task', 'agreement_reading',
    'agreement_settlement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;

-- The wall. A transaction says who acts: app.actor is "member:<user>", "token:<token>", "job:" or "cli:".

-- The person who answers for what is done: the member, or whoever made the token.
CREATE FUNCTION actor_person() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE split_part(current_setting('app.actor', true), ':', 1)
    WHEN 'member' THEN split_part(current_setting('app.actor', true), ':', 2)::uuid
    WHEN 'token' THEN (SELECT created_by_id FROM api_token WHERE workspace_id = current_workspace()
                       AND id = split_part(current_setting('app.actor', true), ':', 2)::uuid)
  END
$$;

-- News items whose tags whoever acts must not know: those they are reading blind. A token may be in anybody's
-- hands, so it is shown none that anybody is reading blind; so is whoever does not say who they are. Jobs and
-- the command line see all.
CREATE FUNCTION blind_items() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public AS $$
  SELECT ARRAY(
    SELECT t.news_item_id FROM agreement_task AS t
    WHERE t.workspace_id = current_workspace() AND t.blind
      AND CASE split_part(current_setting('app.actor', true), ':', 1)
            WHEN 'member' THEN t.reader_id::text = split_part(current_setting('app.actor', true), ':', 2)
            WHEN 'job' THEN false WHEN 'cli' THEN false ELSE true END)
$$;

-- Every id under which something about those items' tags is recorded: the items, the steps that tagged them,
-- the rounds they were drawn in, and what was read and settled there.
CREATE FUNCTION blind_traces() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public AS $$
  WITH item AS MATERIALIZED (SELECT unnest(blind_items()) AS id),
  tag AS MATERIALIZED (SELECT t.batch_id, t.superseded_batch_id FROM item JOIN news_tag AS t
                       ON t.workspace_id = current_workspace() AND t.subject_id = item.id),
  task AS MATERIALIZED (SELECT k.id, k.round_id FROM item JOIN agreement_task AS k
                        ON k.workspace_id = current_workspace() AND k.news_item_id = item.id)
  SELECT ARRAY(
    SELECT id FROM item
    UNION SELECT batch_id FROM tag WHERE batch_id IS NOT NULL
    UNION SELECT superseded_batch_id FROM tag WHERE superseded_batch_id IS NOT NULL
    UNION SELECT id FROM task
    UNION SELECT round_id FROM task)
$$;

-- Also for writing: whether a thesis is on the item already would show in whether it can be put there.
CREATE POLICY blind_reading ON news_tag AS RESTRICTIVE
  USING (subject_id <> ALL ((SELECT blind_items())::uuid[]));
CREATE POLICY blind_reading ON tag_batch AS RESTRICTIVE
  USING (id <> ALL ((SELECT blind_traces())::uuid[]));
CREATE POLICY blind_reading ON audit_entry AS RESTRICTIVE FOR SELECT
  USING (entity_id IS NULL OR entity_id <> ALL ((SELECT blind_traces())::uuid[]));
CREATE POLICY blind_reading ON agreement_draw AS RESTRICTIVE FOR SELECT
  USING (round_id <> ALL ((SELECT blind_traces())::uuid[]));
CREATE POLICY blind_reading ON agreement_settlement AS RESTRICTIVE FOR SELECT
  USING (task_id <> ALL ((SELECT blind_traces())::uuid[]));
-- A reading is its reader's own until the round is closed; then everybody's but those who read the same item
-- blind now.
CREATE POLICY blind_reading ON agreement_reading AS RESTRICTIVE USING (EXISTS (
  SELECT 1 FROM agreement_task AS t
  WHERE t.workspace_id = agreement_reading.workspace_id AND t.id = agreement_reading.task_id
    AND CASE WHEN t.blind THEN t.reader_id = (SELECT actor_person())
      ELSE t.news_item_id <> ALL ((SELECT blind_items())::uuid[]) END));

-- Counts betray: one more item of a thesis on a day. The application reads the counts only through a view
-- that leaves out what its reader must not know.
CREATE VIEW signal_seen AS
  SELECT s.workspace_id, s.thesis_id, s.day, s.for_count, s.against_count, s.neutral_count
  FROM signal_day AS s WHERE s.workspace_id = (SELECT current_workspace())
  UNION ALL
  SELECT t.workspace_id, t.thesis_id,
         (t.published_at AT TIME ZONE (
           SELECT w.time_zone FROM workspace AS w WHERE w.id = (SELECT current_workspace())))::date,
         -(count(*) FILTER (WHERE t.stance = 'for'))::int,
         -(count(*) FILTER (WHERE t.stance = 'against'))::int,
         -(count(*) FILTER (WHERE t.stance = 'neutral'))::int
  FROM news_tag AS t
  WHERE t.workspace_id = (SELECT current_workspace()) AND t.superseded_at IS NULL
    AND t.subject_id = ANY ((SELECT blind_items())::uuid[])
  GROUP BY 1, 2, 3;
GRANT SELECT ON signal_seen TO throughline_app;
