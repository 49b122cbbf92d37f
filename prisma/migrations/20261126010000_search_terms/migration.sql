-- What a text is found by is cut by the application (lib/text/search-terms.ts), for what is stored and for what
-- is asked alike. What PostgreSQL made of stored texts stays, and is searched, until a run of the application
-- has indexed its workspace anew: search_version says by which version of the tokenizer that was done.

ALTER TABLE workspace ADD COLUMN search_version integer NOT NULL DEFAULT 0;
ALTER TABLE news_item ALTER COLUMN search DROP EXPRESSION;
ALTER TABLE company ALTER COLUMN search DROP EXPRESSION;
ALTER TABLE note ALTER COLUMN search DROP EXPRESSION;

DROP FUNCTION door_search_news(text, int), door_search_companies(text, text, text, int),
  as_of.door_search_news(text, int), as_of.door_search_companies(text, text, text, int),
  search_vector(text), search_query(text), han_grams(text), text_list(text[]);

CREATE FUNCTION door_search_news(asked tsquery, most int)
RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id FROM news_item AS i
  WHERE i.workspace_id = current_workspace() AND i.search @@ asked LIMIT most + 1
$$;

CREATE FUNCTION door_search_companies(asked tsquery, prefix text, site text, most int)
RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
DECLARE here uuid := current_workspace();
BEGIN
  RETURN QUERY
    SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.search @@ asked
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.sort_name LIKE prefix
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND lower(c.name_zh) LIKE prefix
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.domain LIKE prefix
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.domain = site
    LIMIT most + 1;
END
$$;

-- Workspaces whose texts were indexed by another version of the tokenizer than the one that works now.
CREATE FUNCTION door_unindexed_workspaces(now_ int)
RETURNS TABLE (workspace_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id FROM workspace AS w WHERE w.search_version <> now_
$$;

-- The application may not write history; this lets it say by what earlier versions of rows of its workspace are
-- found, and nothing else of them. `given`: their id, recordedAt and terms.
CREATE FUNCTION door_index_past(tab text, given jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  EXECUTE format('UPDATE history.%I AS h SET search = array_to_tsvector(g.terms)
    FROM jsonb_to_recordset($1) AS g (id uuid, "recordedAt" timestamptz, terms text[])
    WHERE h.workspace_id = current_workspace() AND h.id = g.id AND h.recorded_at = g."recordedAt"', tab)
  USING given;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['door_search_news(tsquery, int)', 'door_search_companies(tsquery, text, text, int)',
    'door_unindexed_workspaces(int)', 'door_index_past(text, jsonb)']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO throughline_app', f);
  END LOOP;
END $$;
SELECT keep_searching('door_search_news(tsquery, int)'),
       keep_searching('door_search_companies(tsquery, text, text, int)');

-- A version keeps what it is found by; that a text is indexed anew makes no version. So an index is kept but not
-- compared, as what is generated.
DO $$
DECLARE
  was text := pg_get_functiondef('keep_history(text, jsonb)'::regprocedure);
  changed text := replace(was, 'FILTER (WHERE NOT generated)',
    'FILTER (WHERE NOT generated AND type <> ''tsvector'')');
BEGIN
  ASSERT changed <> was;
  EXECUTE changed;
END $$;
SELECT keep_history('company'),
       keep_history('news_item', jsonb_build_object('tag_count', 'SELECT count(*) FROM as_of.news_tag AS g
         WHERE g.workspace_id = v.workspace_id AND g.subject_id = v.id AND g.superseded_at IS NULL'));
