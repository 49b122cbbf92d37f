-- What was known at an instant (docs/adr/0019-as-of.md). `history` holds what was overwritten or deleted.
-- `as_of` holds, under the name of each table that can be read as of an instant, a view of its rows as they
-- were recorded by then: a transaction that says app.as_of and puts as_of before public in its search_path
-- asks the past with the statements that ask the present.

CREATE SCHEMA history;
CREATE SCHEMA as_of;
GRANT USAGE ON SCHEMA history, as_of TO throughline_app;

-- When something is recorded: one instant for all that a transaction writes. app.now is the instant a command
-- goes by; where that was some time ago, its transaction still records nothing into the past.
CREATE FUNCTION recorded_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT greatest(nullif(current_setting('app.now', true), '')::timestamptz,
                  date_trunc('milliseconds', transaction_timestamp()))
$$;
CREATE FUNCTION as_of_instant() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT current_setting('app.as_of')::timestamptz $$;

-- The columns of a table in their order, as SQL names them.
CREATE FUNCTION history.columns_of(source regclass)
RETURNS TABLE (name text, col text, type text, generated boolean) LANGUAGE sql STABLE AS $$
  SELECT attname::text, quote_ident(attname), format_type(atttypid, atttypmod), attgenerated <> ''
  FROM pg_attribute WHERE attrelid = source AND attnum > 0 AND NOT attisdropped ORDER BY attnum
$$;
CREATE FUNCTION history.key_of(source regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(quote_ident(a.attname) ORDER BY k.place)
  FROM pg_index AS x, unnest(x.indkey) WITH ORDINALITY AS k (attnum, place), pg_attribute AS a
  WHERE x.indrelid = source AND x.indisprimary AND a.attrelid = source AND a.attnum = k.attnum
$$;

-- history.<table> with these columns of the table as plain copies, after `own`; those it lacks are added.
CREATE FUNCTION history.copy(tab text, own text, kept text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  IF to_regclass(format('history.%I', tab)) IS NULL THEN
    EXECUTE format('CREATE TABLE history.%I (%s)', tab, own);
  END IF;
  FOR part IN SELECT * FROM history.columns_of(format('public.%I', tab)::regclass) WHERE col = ANY (kept) LOOP
    EXECUTE format('ALTER TABLE history.%I ADD COLUMN IF NOT EXISTS %s %s', tab, part.col, part.type);
  END LOOP;
END $$;

-- The application's role reads history.<table> under the table's own policies and writes none of it, nor when
-- a row of the table was recorded. A removed workspace takes its history along.
CREATE FUNCTION history.guard(tab text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  source regclass := format('public.%I', tab)::regclass;
  policy record;
BEGIN
  EXECUTE format('GRANT SELECT ON history.%I, as_of.%1$I TO throughline_app', tab);
  IF 'workspace_id' = ANY (history.key_of(source)) THEN
    EXECUTE format('ALTER TABLE history.%I ENABLE ROW LEVEL SECURITY, DROP CONSTRAINT IF EXISTS %I,
      ADD CONSTRAINT %2$I FOREIGN KEY (workspace_id) REFERENCES workspace ON DELETE CASCADE',
      tab, tab || '_workspace_id_fkey');
  END IF;
  FOR policy IN SELECT * FROM pg_policies WHERE schemaname = 'public' AND tablename = tab
                AND cmd IN ('ALL', 'SELECT') LOOP
    EXECUTE format('DROP POLICY IF EXISTS %I ON history.%I', policy.policyname, tab);
    EXECUTE format('CREATE POLICY %I ON history.%I AS %s FOR SELECT USING (%s)',
      policy.policyname, tab, policy.permissive, policy.qual);
  END LOOP;
  IF has_any_column_privilege('throughline_app', source, 'INSERT') THEN
    EXECUTE format('REVOKE INSERT ON %s FROM throughline_app', source);
    EXECUTE format('GRANT INSERT (%s) ON %s TO throughline_app',
      (SELECT string_agg(col, ', ') FROM history.columns_of(source)
       WHERE name <> 'recorded_at' AND NOT generated), source);
  END IF;
END $$;

-- SQL of what a trigger that keeps deleted rows asks first: is there still a workspace to keep them for?
CREATE FUNCTION history.goes_on(source regclass) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN 'workspace_id' = ANY (history.key_of(source))
    THEN 'EXISTS (SELECT 1 FROM public.workspace WHERE id = OLD.workspace_id)' ELSE 'true' END
$$;

-- Turns history on for a table whose rows are overwritten or deleted, or takes in the columns it got since. A
-- row says since when it is as it is (recorded_at), and an UPDATE or DELETE leaves the version before it in
-- history.<table>, within its transaction. `instead`: columns without history, and what is read of the past
-- in their place (SQL over the row v; null: nothing).
CREATE FUNCTION keep_history(tab text, instead jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET client_min_messages = warning AS $keep$
DECLARE
  source regclass := format('public.%I', tab)::regclass;
  kept text[]; compared text[]; shown text;
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS recorded_at timestamptz(3) NOT NULL
    DEFAULT recorded_now(), ALTER COLUMN recorded_at SET DEFAULT recorded_now()', source);
  SELECT array_agg(col), array_agg(col) FILTER (WHERE NOT generated) INTO kept, compared
  FROM history.columns_of(source) WHERE name <> 'recorded_at' AND NOT instead ? name;
  PERFORM history.copy(tab, 'recorded_at timestamptz(3) NOT NULL,
    superseded_at timestamptz(3) NOT NULL CHECK (superseded_at > recorded_at)', kept);
  EXECUTE format('ALTER TABLE history.%I DROP CONSTRAINT IF EXISTS %I, ADD CONSTRAINT %2$I
    PRIMARY KEY (%s, recorded_at)', tab, tab || '_pkey', array_to_string(history.key_of(source), ', '));

  -- A version recorded later than this transaction's instant, by one that was faster, ends a moment after;
  -- one recorded at that very instant nobody ever saw.
  EXECUTE format($fn$
    CREATE OR REPLACE FUNCTION history.%I() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $body$
    DECLARE ended timestamptz(3) := recorded_now();
    BEGIN
      IF OLD.recorded_at > ended THEN ended := OLD.recorded_at + interval '1 millisecond'; END IF;
      IF OLD.recorded_at < ended AND (TG_OP = 'UPDATE' OR %s) THEN
        INSERT INTO history.%I (%s, recorded_at, superseded_at) VALUES (%s, OLD.recorded_at, ended);
      END IF;
      IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
      NEW.recorded_at := ended;
      RETURN NEW;
    END $body$ $fn$,
    'keep_' || tab, history.goes_on(source), tab, array_to_string(kept, ', '),
    'OLD.' || array_to_string(kept, ', OLD.'));
  EXECUTE format('CREATE OR REPLACE TRIGGER keep_changed BEFORE UPDATE OF %s, recorded_at ON %s
    FOR EACH ROW WHEN ((OLD.%s, OLD.recorded_at) IS DISTINCT FROM (NEW.%s, NEW.recorded_at))
    EXECUTE FUNCTION history.%I()',
    array_to_string(compared, ', '), source, array_to_string(compared, ', OLD.'),
    array_to_string(compared, ', NEW.'), 'keep_' || tab);
  EXECUTE format('CREATE OR REPLACE TRIGGER keep_deleted BEFORE DELETE ON %s FOR EACH ROW
    EXECUTE FUNCTION history.%I()', source, 'keep_' || tab);

  -- Rows and versions come under one condition and not each under its own: so the planner sees two tables,
  -- and may read both in the order of their indexes.
  SELECT string_agg(CASE WHEN instead ? name
    THEN format('(%s)::%s AS %s', coalesce(instead ->> name, 'NULL'), type, col) ELSE 'v.' || col END, ', ')
  INTO shown FROM history.columns_of(source);
  EXECUTE format('CREATE OR REPLACE VIEW as_of.%I WITH (security_invoker = true) AS SELECT %s FROM (
      SELECT %s, recorded_at, timestamptz(3) ''infinity'' AS superseded_at FROM %s
      UNION ALL SELECT %3$s, recorded_at, superseded_at FROM history.%1$I) AS v
    WHERE v.recorded_at <= (SELECT as_of_instant()) AND v.superseded_at > (SELECT as_of_instant())',
    tab, shown, array_to_string(kept, ', '), source);
  PERFORM history.guard(tab);
END $keep$;

-- The same for a table whose rows are superseded and not overwritten: tags. What superseded one after the
-- instant is not known at it. Rows that stand and rows that do not are asked apart, each by its own index; of
-- deleted ones history.<table> keeps a copy. `instead`: columns read otherwise (SQL over the row t and what
-- `beside` joins to it).
CREATE FUNCTION keep_superseded(tab text, instead jsonb DEFAULT '{}', beside text DEFAULT '') RETURNS void
LANGUAGE plpgsql SET client_min_messages = warning AS $keep$
DECLARE
  source regclass := format('public.%I', tab)::regclass;
  kept text[]; standing text; ended text; shown text;
BEGIN
  SELECT array_agg(col),
         string_agg(CASE WHEN masked THEN format('NULL::%s AS %s', type, col) ELSE col END, ', '),
         string_agg(CASE WHEN masked THEN format(
           '(CASE WHEN superseded_at <= (SELECT as_of_instant()) THEN %s END)::%s AS %1$s', col, type)
           ELSE col END, ', '),
         string_agg(CASE WHEN instead ? name THEN format('(%s)::%s AS %s', instead ->> name, type, col)
                         ELSE 't.' || col END, ', ')
  INTO kept, standing, ended, shown
  FROM (SELECT *, name LIKE 'superseded%' AS masked FROM history.columns_of(source)) AS c;
  EXECUTE format('ALTER TABLE %s ALTER COLUMN recorded_at SET DEFAULT recorded_now()', source);
  PERFORM history.copy(tab, 'deleted_at timestamptz(3) NOT NULL', kept);
  EXECUTE format('ALTER TABLE history.%I DROP CONSTRAINT IF EXISTS %I, ADD CONSTRAINT %2$I PRIMARY KEY (%s)',
    tab, tab || '_pkey', array_to_string(history.key_of(source), ', '));
  EXECUTE format($fn$
    CREATE OR REPLACE FUNCTION history.%I() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $body$
    BEGIN
      IF %s THEN INSERT INTO history.%I (deleted_at, %s) VALUES (recorded_now(), %s); END IF;
      RETURN OLD;
    END $body$ $fn$,
    'keep_' || tab, history.goes_on(source), tab, array_to_string(kept, ', '),
    'OLD.' || array_to_string(kept, ', OLD.'));
  EXECUTE format('CREATE OR REPLACE TRIGGER keep_deleted BEFORE DELETE ON %s FOR EACH ROW
    EXECUTE FUNCTION history.%I()', source, 'keep_' || tab);
  EXECUTE format('CREATE OR REPLACE VIEW as_of.%I WITH (security_invoker = true) AS SELECT %s FROM (
      SELECT %s FROM %s WHERE superseded_at IS NULL AND recorded_at <= (SELECT as_of_instant())
      UNION ALL
      SELECT %s FROM %4$s WHERE superseded_at IS NOT NULL AND recorded_at <= (SELECT as_of_instant())
      UNION ALL
      SELECT %5$s FROM history.%1$I
      WHERE recorded_at <= (SELECT as_of_instant()) AND deleted_at > (SELECT as_of_instant())) AS t %6$s',
    tab, shown, standing, source, ended, beside);
  PERFORM history.guard(tab);
END $keep$;

-- A search that goes around row-level security (door_search_…) gets a twin that searches the past.
CREATE FUNCTION keep_searching(door regprocedure) RETURNS void LANGUAGE plpgsql AS $$
DECLARE twin text := replace(door::text, 'door_', 'as_of.door_');
BEGIN
  EXECUTE replace(replace(pg_get_functiondef(door), 'public.door_', 'as_of.door_'),
    $was$SET search_path TO 'public'$was$, $is$SET search_path TO 'as_of', 'public'$is$);
  EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', twin);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO throughline_app', twin);
END $$;

REVOKE ALL ON FUNCTION keep_history(text, jsonb), keep_superseded(text, jsonb, text),
  keep_searching(regprocedure) FROM PUBLIC;

-- What an item's content was stands in history.news_content.
ALTER TABLE news_revision DROP COLUMN html;

SELECT keep_history('app_user',
  '{"email": null, "password_hash": null, "session_version": null, "locale": null}');
SELECT keep_history(tab) FROM unnest(ARRAY['facet', 'thesis', 'thesis_version', 'claim', 'claim_element',
  'company', 'pipeline', 'stage', 'deal', 'stage_move', 'news_content', 'news_revision', 'news_company',
  'news_mention', 'story_member', 'news_triage']) AS tab;
-- When a feed is asked next and what it last answered nobody asks of the past: a version a check for nothing.
SELECT keep_history('feed', '{"next_check_at": null, "last_checked_at": null, "last_success_at": null,
  "last_changed_at": null, "etag": null, "last_modified": null}');
-- Tags have their item's date, as it was then; items count their tags, as they were then.
SELECT keep_history('news_item', '{"tag_count": null}');
SELECT keep_superseded('news_tag', '{"published_at": "coalesce(h.published_at, t.published_at)"}',
  'LEFT JOIN history.news_item AS h ON h.workspace_id = t.workspace_id AND h.id = t.subject_id
     AND h.recorded_at <= (SELECT as_of_instant()) AND h.superseded_at > (SELECT as_of_instant())');
SELECT keep_history('news_item', jsonb_build_object('tag_count', 'SELECT count(*) FROM as_of.news_tag AS g
  WHERE g.workspace_id = v.workspace_id AND g.subject_id = v.id AND g.superseded_at IS NULL'));
SELECT keep_superseded('company_tag'), keep_superseded('deal_tag');
SELECT keep_searching('door_search_news(text, int)'),
       keep_searching('door_search_companies(text, text, text, int)');
CREATE INDEX news_tag_ended ON news_tag (workspace_id, thesis_id) WHERE superseded_at IS NOT NULL;

-- Of a deal that is confidential today, who may not see it sees nothing of the past either.
CREATE POLICY today ON history.deal AS RESTRICTIVE FOR SELECT USING (EXISTS (
  SELECT 1 FROM public.deal AS d WHERE d.workspace_id = deal.workspace_id AND d.id = deal.id));

-- The counts of charts are kept up for today alone; of the past they are counted.
CREATE FUNCTION workspace_zone() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT w.time_zone FROM public.workspace AS w WHERE w.id = (SELECT current_workspace()) $$;
CREATE VIEW as_of.signal_seen WITH (security_invoker = true) AS
  SELECT t.workspace_id, t.thesis_id,
         (t.published_at AT TIME ZONE (SELECT workspace_zone()))::date AS day,
         (count(*) FILTER (WHERE t.stance = 'for'))::int AS for_count,
         (count(*) FILTER (WHERE t.stance = 'against'))::int AS against_count,
         (count(*) FILTER (WHERE t.stance = 'neutral'))::int AS neutral_count
  FROM as_of.news_tag AS t WHERE t.superseded_at IS NULL GROUP BY 1, 2, 3;
CREATE VIEW as_of.coverage_day WITH (security_invoker = true) AS
  SELECT i.workspace_id, (i.published_at AT TIME ZONE (SELECT workspace_zone()))::date AS day,
         count(*)::int AS item_count
  FROM as_of.news_item AS i GROUP BY 1, 2;
GRANT SELECT ON as_of.signal_seen, as_of.coverage_day TO throughline_app;
