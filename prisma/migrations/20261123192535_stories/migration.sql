-- Stories: the same news told by several sources. A story is named by the first item placed in it.

CREATE TABLE story_member (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  news_item_id uuid NOT NULL,
  story_id     uuid NOT NULL,
  settled      boolean NOT NULL DEFAULT false,
  placed_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, news_item_id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item,
  FOREIGN KEY (workspace_id, story_id) REFERENCES news_item
);
CREATE INDEX story_member_workspace_id_story_id_idx ON story_member (workspace_id, story_id);

CREATE TABLE story_decision (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id            uuid NOT NULL,
  news_item_id  uuid NOT NULL,
  from_story_id uuid NOT NULL,
  to_story_id   uuid NOT NULL,
  actor_name    text NOT NULL,
  decided_at    timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item
);
CREATE INDEX story_decision_workspace_id_news_item_id_decided_at_idx
  ON story_decision (workspace_id, news_item_id, decided_at);

CREATE TABLE story_band (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  band         bigint NOT NULL,
  news_item_id uuid NOT NULL,
  published_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, band, news_item_id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item
);
CREATE INDEX story_band_workspace_id_news_item_id_idx ON story_band (workspace_id, news_item_id);

GRANT SELECT, INSERT ON story_member, story_decision, story_band TO throughline_app;
GRANT UPDATE (story_id, settled, placed_at) ON story_member TO throughline_app;
GRANT DELETE ON story_band TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['story_member', 'story_decision', 'story_band'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;

-- Items nobody placed yet, earliest first, across workspaces: those whose event was lost.
CREATE FUNCTION door_unplaced_news(limit_ int) RETURNS TABLE (workspace_id uuid, news_item_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.workspace_id, i.id FROM news_item AS i
  WHERE NOT EXISTS (SELECT 1 FROM story_member AS m
    WHERE m.workspace_id = i.workspace_id AND m.news_item_id = i.id)
  ORDER BY i.workspace_id, i.published_at, i.id LIMIT limit_
$$;
REVOKE ALL ON FUNCTION door_unplaced_news(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_unplaced_news(int) TO throughline_app;
