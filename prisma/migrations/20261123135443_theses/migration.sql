-- What the fund believes: facets, theses with every wording they had, and falsifiable claims.

CREATE TYPE "ThesisStatus" AS ENUM ('active', 'retired');

CREATE TABLE facet (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  slug         text NOT NULL,
  name_en      text NOT NULL,
  name_zh      text NOT NULL,
  position     integer NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX facet_workspace_id_slug_key ON facet (workspace_id, slug);

CREATE TABLE thesis (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  facet_id     uuid NOT NULL,
  slug         text NOT NULL,
  status       "ThesisStatus" NOT NULL DEFAULT 'active',
  color        integer NOT NULL,
  position     integer NOT NULL,
  owner_id     uuid REFERENCES app_user,
  horizon      text,
  name_en      text NOT NULL,
  name_zh      text NOT NULL,
  statement_en text NOT NULL,
  statement_zh text NOT NULL,
  keywords     text[],
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, facet_id) REFERENCES facet
);
CREATE UNIQUE INDEX thesis_workspace_id_slug_key ON thesis (workspace_id, slug);

CREATE TABLE thesis_version (
  workspace_id   uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  thesis_id      uuid NOT NULL,
  number         integer NOT NULL,
  name_en        text NOT NULL,
  name_zh        text NOT NULL,
  statement_en   text NOT NULL,
  statement_zh   text NOT NULL,
  keywords       text[],
  note           text,
  valid_from     date NOT NULL,
  recorded_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recorded_by_id uuid,
  PRIMARY KEY (workspace_id, thesis_id, number),
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);

CREATE TABLE claim (
  workspace_id              uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id                        uuid NOT NULL,
  thesis_id                 uuid,
  number                    text NOT NULL,
  position                  integer NOT NULL,
  statement_en              text NOT NULL,
  statement_zh              text NOT NULL,
  indicator_en              text NOT NULL,
  indicator_zh              text NOT NULL,
  resolution_rule_en        text NOT NULL,
  resolution_rule_zh        text NOT NULL,
  hedge_en                  text,
  hedge_zh                  text,
  source_en                 text NOT NULL,
  source_zh                 text NOT NULL,
  deadline                  date NOT NULL,
  rule_written_after_window boolean NOT NULL,
  recorded_at               timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);
CREATE UNIQUE INDEX claim_workspace_id_number_key ON claim (workspace_id, number);

CREATE TABLE claim_element (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  claim_id     uuid NOT NULL,
  thesis_id    uuid NOT NULL,
  PRIMARY KEY (workspace_id, claim_id, thesis_id),
  FOREIGN KEY (workspace_id, claim_id) REFERENCES claim,
  FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis
);

GRANT SELECT, INSERT, UPDATE, DELETE ON facet, claim, claim_element TO throughline_app;
GRANT SELECT, INSERT, UPDATE ON thesis TO throughline_app;
GRANT SELECT, INSERT ON thesis_version TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['facet', 'thesis', 'thesis_version', 'claim', 'claim_element'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
