-- Full-text search beside row-level security. PostgreSQL lets a policy's condition be overtaken only by operators it knows
-- to be leakproof; @@ is none, so for the application's role the GIN index on news_item.search is out of reach, and a word
-- that hardly occurs means reading every item. This door runs as the owner, who may use the index, and gives out nothing
-- but ids of the current workspace. `most` + 1 rows mean "common": then the newest items are quicker read in order.
CREATE FUNCTION door_search_news(q text, most int)
RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id FROM news_item AS i
  WHERE i.workspace_id = current_workspace() AND i.search @@ search_query(q) LIMIT most + 1
$$;
REVOKE ALL ON FUNCTION door_search_news(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_search_news(text, int) TO throughline_app;

-- A filter by a language or a kind that is rare must not read every item either. Comparing enum values is not leakproof:
-- one partial index per kind serves where an index on the column could not be used.
CREATE INDEX news_item_language ON news_item (workspace_id, language, published_at DESC, id DESC);
DO $$
DECLARE kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['article', 'paper', 'release', 'round', 'launch', 'policy', 'hire'] LOOP
    EXECUTE format('CREATE INDEX %I ON news_item (workspace_id, published_at DESC, id DESC) WHERE kind = %L', 'news_item_kind_' || kind, kind);
  END LOOP;
END $$;
