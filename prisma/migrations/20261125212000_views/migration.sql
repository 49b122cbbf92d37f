-- Saved views: what a list was asked, under a name; who has them in the navigation; links that read one without signing in.

CREATE TYPE "ViewAccess" AS ENUM ('private', 'team');

CREATE TABLE saved_view (
    workspace_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    record TEXT NOT NULL,
    filter JSONB,
    sort TEXT,
    columns TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    access "ViewAccess" NOT NULL,
    owner_id UUID,
    owner_actor TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL,
    updated_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT saved_view_pkey PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    FOREIGN KEY (owner_id) REFERENCES app_user (id) ON DELETE SET NULL
);
CREATE INDEX saved_view_record ON saved_view (workspace_id, record, lower(name));

CREATE TABLE view_choice (
    workspace_id UUID NOT NULL,
    user_id UUID NOT NULL,
    view_id UUID NOT NULL,
    pinned BOOLEAN NOT NULL DEFAULT false,
    opens_with BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT view_choice_pkey PRIMARY KEY (workspace_id, user_id, view_id),
    FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, view_id) REFERENCES saved_view (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE view_link (
    workspace_id UUID NOT NULL,
    id UUID NOT NULL,
    view_id UUID NOT NULL,
    token_hash TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL,
    revoked_at TIMESTAMPTZ(3),

    CONSTRAINT view_link_pkey PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, view_id) REFERENCES saved_view (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX view_link_token_hash_key ON view_link (token_hash);
CREATE INDEX view_link_view ON view_link (workspace_id, view_id) WHERE revoked_at IS NULL;

-- A private view is its owner's: the person's, or the token's it was saved with.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON saved_view USING (workspace_id = (SELECT current_workspace()) AND (access = 'team'
  OR owner_id = (SELECT actor_person()) OR owner_actor = (SELECT current_setting('app.actor', true))));
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['view_choice', 'view_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view, view_choice TO throughline_app;
GRANT SELECT, INSERT, UPDATE ON view_link TO throughline_app;

-- The workspace and the view behind a link's secret, before any workspace is known.
CREATE FUNCTION door_view_link(hash text)
RETURNS TABLE (workspace_id uuid, slug text, workspace_name text, time_zone text, currency text, link_id uuid,
  name text, record text, filter jsonb, sort text, columns text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text, l.id, v.name, v.record, v.filter, v.sort, v.columns
  FROM view_link AS l JOIN saved_view AS v ON v.workspace_id = l.workspace_id AND v.id = l.view_id
  JOIN workspace AS w ON w.id = l.workspace_id
  WHERE l.token_hash = hash AND l.revoked_at IS NULL
$$;
REVOKE ALL ON FUNCTION door_view_link(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_view_link(text) TO throughline_app;
