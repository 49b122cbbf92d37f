-- Aliases are names too.
ALTER TABLE company DROP COLUMN search,
  ADD COLUMN search tsvector GENERATED ALWAYS AS (search_vector(
    coalesce(name_en, '') || ' ' || coalesce(name_zh, '') || ' ' || coalesce(domain, '') || ' ' ||
    coalesce(text_list(former_names), '') || ' ' || coalesce(text_list(aliases), ''))) STORED;
CREATE INDEX company_search ON company USING gin (search);
CREATE INDEX company_name_prefix ON company (workspace_id, sort_name text_pattern_ops);
CREATE INDEX company_name_zh_prefix ON company (workspace_id, lower(name_zh) text_pattern_ops);
CREATE INDEX company_domain_prefix ON company (workspace_id, domain text_pattern_ops);

-- Companies by a few words, beside row-level security, as door_search_news does for news: @@ and LIKE are not leakproof, so
-- for the application's role these indexes are out of reach. The door runs as the owner and gives out nothing but ids of
-- companies of the current workspace, some of them twice. `most` + 1 rows mean "common": then names are quicker read in
-- order. `prefix` and `site` are what a name or a domain may begin with or be, made by the application.
-- A LIKE whose pattern is not known when it is planned uses no index: hence a plan for each call.
CREATE FUNCTION door_search_companies(q text, prefix text, site text, most int)
RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
DECLARE here uuid := current_workspace();
BEGIN
  RETURN QUERY
    SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.search @@ search_query(q)
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.sort_name LIKE prefix
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND lower(c.name_zh) LIKE prefix
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.domain LIKE prefix
    UNION ALL SELECT c.id FROM company AS c WHERE c.workspace_id = here AND c.domain = site
    LIMIT most + 1;
END
$$;
REVOKE ALL ON FUNCTION door_search_companies(text, text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_search_companies(text, text, text, int) TO throughline_app;
