-- Companies. `sort_name` (what lists sort by) and `search` are generated from the names and the domain.

CREATE TABLE company (
  workspace_id   uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id             uuid NOT NULL,
  name_en        text,
  name_zh        text,
  former_names   text[],
  aliases        text[] NOT NULL DEFAULT '{}',
  domain         text CHECK (domain = lower(domain)),
  credit_code    text,
  country        char(2),
  stage          text,
  founded_year   integer,
  description_en text,
  description_zh text,
  version        integer NOT NULL DEFAULT 1,
  created_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id  uuid,
  sort_name      text GENERATED ALWAYS AS (lower(coalesce(name_en, name_zh))) STORED,
  search         tsvector GENERATED ALWAYS AS (search_vector(
    coalesce(name_en, '') || ' ' || coalesce(name_zh, '') || ' ' || coalesce(domain, '') || ' ' ||
    coalesce(text_list(former_names), '') || ' ' || coalesce(text_list(aliases), ''))) STORED,
  PRIMARY KEY (workspace_id, id),
  CHECK (name_en IS NOT NULL OR name_zh IS NOT NULL)
);
CREATE UNIQUE INDEX company_workspace_id_domain_key ON company (workspace_id, domain);
CREATE UNIQUE INDEX company_workspace_id_credit_code_key ON company (workspace_id, credit_code);
CREATE INDEX company_by_name ON company (workspace_id, sort_name, id);
CREATE INDEX company_search ON company USING gin (search);
CREATE INDEX company_name_prefix ON company (workspace_id, sort_name text_pattern_ops);
CREATE INDEX company_name_zh_prefix ON company (workspace_id, lower(name_zh) text_pattern_ops);
CREATE INDEX company_domain_prefix ON company (workspace_id, domain text_pattern_ops);

GRANT SELECT, INSERT, UPDATE ON company TO throughline_app;
ALTER TABLE company ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON company USING (workspace_id = (SELECT current_workspace()));

-- Companies by a few words, beside row-level security. PostgreSQL lets a policy's condition be overtaken only
-- by operators it knows to be leakproof; @@ and LIKE are none, so for the application's role these indexes
-- are out of reach. The door runs as the owner and gives out nothing but ids of companies of the current
-- workspace, some of them twice. `most` + 1 rows mean "common": then names are quicker read in order.
-- `prefix` and `site` are what a name or a domain may begin with or be, made by the application. A LIKE whose
-- pattern is not known when it is planned uses no index: hence a plan for each call.
CREATE FUNCTION door_search_companies(q text, prefix text, site text, most int)
RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
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
