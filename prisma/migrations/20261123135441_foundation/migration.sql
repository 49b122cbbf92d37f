-- Workspaces, the people in them, the audit, and the walls: the application works as throughline_app, which
-- owns nothing and sees only the workspace its transaction named.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'throughline_app') THEN
    CREATE ROLE throughline_app NOLOGIN;
  END IF;
  EXECUTE format('GRANT throughline_app TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO throughline_app;

CREATE FUNCTION current_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;
CREATE FUNCTION sees_confidential() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT current_setting('app.confidential', true) = 'on' $$;

CREATE TYPE "Role" AS ENUM ('viewer', 'analyst', 'partner', 'admin', 'owner');
CREATE TYPE "ActorKind" AS ENUM ('member', 'token', 'job', 'cli');

-- People. An account may be in several workspaces.

CREATE TABLE app_user (
  id              uuid PRIMARY KEY,
  email           text NOT NULL CHECK (email = lower(email)),
  name            text NOT NULL,
  password_hash   text,
  session_version integer NOT NULL DEFAULT 1,
  locale          text,
  created_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX app_user_email_key ON app_user (email);

CREATE TABLE password_reset (
  id         uuid PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  token_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  used_at    timestamptz(3)
);
CREATE UNIQUE INDEX password_reset_token_hash_key ON password_reset (token_hash);
CREATE INDEX password_reset_user_id_idx ON password_reset (user_id);

-- The table of rate-limiter-flexible; the columns are its own.
CREATE TABLE rate_limit (
  key    varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- Workspaces. Rows of a workspace have the primary key (workspace_id, …) and composite foreign keys: none can
-- point into another workspace. Removing a workspace is the only cascade; foreign keys between its rows are
-- NO ACTION, so that they find everything gone at the end of the statement.

CREATE TABLE workspace (
  id         uuid PRIMARY KEY,
  slug       text NOT NULL,
  name       text NOT NULL,
  time_zone  text NOT NULL,
  currency   char(3) NOT NULL DEFAULT 'USD',
  demo       boolean NOT NULL DEFAULT false,
  version    integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX workspace_slug_key ON workspace (slug);

CREATE TABLE membership (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  user_id      uuid NOT NULL REFERENCES app_user,
  role         "Role" NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  joined_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX membership_user_id_idx ON membership (user_id);

CREATE TABLE invitation (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id            uuid NOT NULL,
  email         text NOT NULL,
  role          "Role" NOT NULL,
  token_hash    text NOT NULL,
  invited_by_id uuid REFERENCES app_user,
  created_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at    timestamptz(3) NOT NULL,
  accepted_at   timestamptz(3),
  revoked_at    timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);

CREATE TABLE api_token (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id            uuid NOT NULL,
  name          text NOT NULL,
  role          "Role" NOT NULL,
  token_hash    text NOT NULL,
  created_by_id uuid REFERENCES app_user,
  created_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_used_at  timestamptz(3),
  revoked_at    timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX api_token_token_hash_key ON api_token (token_hash);

CREATE TABLE audit_entry (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  at           timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor_kind   "ActorKind" NOT NULL,
  actor_id     uuid,
  actor_name   text NOT NULL,
  operation    text NOT NULL,
  entity       text NOT NULL,
  entity_id    uuid,
  label        text NOT NULL DEFAULT '',
  changes      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX audit_entry_workspace_id_at_id_idx ON audit_entry (workspace_id, at DESC, id DESC);
CREATE INDEX audit_entry_workspace_id_entity_entity_id_at_idx
  ON audit_entry (workspace_id, entity, entity_id, at DESC);

CREATE TABLE idempotency_key (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  key          text NOT NULL,
  operation    text NOT NULL,
  request_hash text NOT NULL,
  response     jsonb NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, key)
);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON password_reset, rate_limit, membership, invitation, api_token, idempotency_key TO throughline_app;
GRANT SELECT, INSERT, UPDATE ON workspace, app_user TO throughline_app;
-- History can be added to, not changed.
GRANT SELECT, INSERT ON audit_entry TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['membership', 'invitation', 'api_token', 'idempotency_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON workspace USING (id = (SELECT current_workspace()));
-- Who may read an entry depends on what it is about: that policy stands with the deals.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_insert ON audit_entry FOR INSERT
  WITH CHECK (workspace_id = (SELECT current_workspace()));

-- Doors: the few questions that must be asked before a workspace is known. Each answers one thing and runs as
-- the owner.

CREATE FUNCTION door_member(user_ uuid, session_ int, slug_ text)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, currency text, role "Role",
  user_name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text, m.role, u.name, u.email
  FROM app_user AS u JOIN membership AS m ON m.user_id = u.id JOIN workspace AS w ON w.id = m.workspace_id
  WHERE u.id = user_ AND u.session_version = session_ AND w.slug = slug_
$$;
CREATE FUNCTION door_workspaces(user_ uuid)
RETURNS TABLE (id uuid, slug text, name text, role "Role")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, m.role FROM membership AS m JOIN workspace AS w ON w.id = m.workspace_id
  WHERE m.user_id = user_ ORDER BY w.name, w.id
$$;
CREATE FUNCTION door_token(hash text)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, currency text, role "Role",
  token_id uuid, token_name text, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text, t.role, t.id, t.name, t.last_used_at
  FROM api_token AS t JOIN workspace AS w ON w.id = t.workspace_id
  WHERE t.token_hash = hash AND t.revoked_at IS NULL
$$;
CREATE FUNCTION door_workspace(slug_ text)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, currency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text FROM workspace AS w
  WHERE w.slug = slug_ OR w.id::text = slug_
$$;
CREATE FUNCTION door_invitation(hash text)
RETURNS TABLE (workspace_id uuid, workspace_slug text, workspace_name text, invitation_id uuid, email text,
  role "Role")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, i.id, i.email, i.role
  FROM invitation AS i JOIN workspace AS w ON w.id = i.workspace_id
  WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
$$;
-- Removing a workspace takes every row of it, history included: the owner's last word, asked for the current
-- workspace only.
CREATE FUNCTION door_remove_workspace(workspace_ uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF workspace_ IS DISTINCT FROM current_workspace() THEN RAISE EXCEPTION 'not the current workspace'; END IF;
  DELETE FROM workspace WHERE id = workspace_;
END $$;

REVOKE ALL ON FUNCTION door_member(uuid, int, text), door_workspaces(uuid), door_token(text),
  door_workspace(text), door_invitation(text), door_remove_workspace(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_member(uuid, int, text), door_workspaces(uuid), door_token(text),
  door_workspace(text), door_invitation(text), door_remove_workspace(uuid) TO throughline_app;
