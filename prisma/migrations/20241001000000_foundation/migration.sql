-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('member', 'token', 'job', 'cli');

-- CreateEnum
CREATE TYPE "StageKind" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'analyst', 'partner', 'admin', 'owner');

-- CreateEnum
CREATE TYPE "FeedStatus" AS ENUM ('active', 'paused');

-- CreateEnum
CREATE TYPE "NewsKind" AS ENUM ('article', 'paper', 'release', 'round', 'launch', 'policy', 'hire');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('for', 'against', 'neutral');

-- CreateEnum
CREATE TYPE "TagOrigin" AS ENUM ('person', 'rule', 'model', 'import');

-- CreateEnum
CREATE TYPE "ThesisStatus" AS ENUM ('active', 'retired');

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" "ActorKind" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID,
    "label" TEXT NOT NULL DEFAULT '',
    "changes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "company" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name_en" TEXT,
    "name_zh" TEXT,
    "former_names" TEXT[],
    "domain" TEXT,
    "credit_code" TEXT,
    "country" CHAR(2),
    "stage" TEXT,
    "founded_year" INTEGER,
    "description_en" TEXT,
    "description_zh" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "sort_name" TEXT NOT NULL DEFAULT '',
    "search" tsvector,

    CONSTRAINT "company_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pipeline" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "pipeline_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "stage" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pipeline_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "StageKind" NOT NULL DEFAULT 'open',

    CONSTRAINT "stage_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "deal" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "pipeline_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "round" TEXT,
    "amount" DECIMAL(20,2),
    "currency" CHAR(3),
    "valuation" DECIMAL(20,2),
    "lead" TEXT,
    "co_investors" TEXT[],
    "owner_id" UUID,
    "source" TEXT,
    "next_step" TEXT,
    "pass_reason" TEXT,
    "revisit_if" TEXT,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "example" BOOLEAN NOT NULL DEFAULT false,
    "opened_on" DATE NOT NULL,
    "stage_entered_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "stage_move" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "from_stage_id" UUID,
    "to_stage_id" UUID NOT NULL,
    "reason" TEXT,
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_move_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "feed" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "site_url" TEXT,
    "folder" TEXT,
    "language" TEXT,
    "status" "FeedStatus" NOT NULL DEFAULT 'active',
    "next_check_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_checked_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_changed_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "last_modified" TEXT,
    "failure_count" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "last_error_detail" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "news_item" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "feed_id" UUID,
    "source_key" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "kind" "NewsKind" NOT NULL DEFAULT 'article',
    "language" TEXT NOT NULL,
    "author" TEXT,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "date_stated" BOOLEAN NOT NULL DEFAULT true,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content_hash" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "tag_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector,

    CONSTRAINT "news_item_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "news_content" (
    "workspace_id" UUID NOT NULL,
    "news_item_id" UUID NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "news_content_pkey" PRIMARY KEY ("workspace_id","news_item_id")
);

-- CreateTable
CREATE TABLE "news_revision" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "news_item_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "excerpt" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "news_revision_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "news_company" (
    "workspace_id" UUID NOT NULL,
    "news_item_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,

    CONSTRAINT "news_company_pkey" PRIMARY KEY ("workspace_id","news_item_id","company_id")
);

-- CreateTable
CREATE TABLE "news_tag" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "strength" SMALLINT NOT NULL,
    "note" TEXT,
    "origin" "TagOrigin" NOT NULL DEFAULT 'person',
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_tag_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "company_tag" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "strength" SMALLINT NOT NULL,
    "note" TEXT,
    "origin" "TagOrigin" NOT NULL DEFAULT 'person',
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "company_tag_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "deal_tag" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "strength" SMALLINT NOT NULL,
    "note" TEXT,
    "origin" "TagOrigin" NOT NULL DEFAULT 'person',
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "deal_tag_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "facet" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "facet_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "thesis" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "facet_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "ThesisStatus" NOT NULL DEFAULT 'active',
    "color" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "owner_id" UUID,
    "horizon" TEXT,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "statement_en" TEXT NOT NULL,
    "statement_zh" TEXT NOT NULL,
    "keywords" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thesis_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "thesis_version" (
    "workspace_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "statement_en" TEXT NOT NULL,
    "statement_zh" TEXT NOT NULL,
    "keywords" TEXT[],
    "note" TEXT,
    "valid_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "thesis_version_pkey" PRIMARY KEY ("workspace_id","thesis_id","number")
);

-- CreateTable
CREATE TABLE "claim" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thesis_id" UUID,
    "number" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "statement_en" TEXT NOT NULL,
    "statement_zh" TEXT NOT NULL,
    "indicator_en" TEXT NOT NULL,
    "indicator_zh" TEXT NOT NULL,
    "resolution_rule_en" TEXT NOT NULL,
    "resolution_rule_zh" TEXT NOT NULL,
    "hedge_en" TEXT,
    "hedge_zh" TEXT,
    "source_en" TEXT NOT NULL,
    "source_zh" TEXT NOT NULL,
    "deadline" DATE NOT NULL,
    "rule_written_after_window" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "claim_element" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,

    CONSTRAINT "claim_element_pkey" PRIMARY KEY ("workspace_id","claim_id","thesis_id")
);

-- CreateTable
CREATE TABLE "signal_day" (
    "workspace_id" UUID NOT NULL,
    "thesis_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "for_count" INTEGER NOT NULL DEFAULT 0,
    "against_count" INTEGER NOT NULL DEFAULT 0,
    "neutral_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "signal_day_pkey" PRIMARY KEY ("workspace_id","thesis_id","day")
);

-- CreateTable
CREATE TABLE "coverage_day" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "item_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "coverage_day_pkey" PRIMARY KEY ("workspace_id","day")
);

-- CreateIndex
CREATE INDEX "audit_entry_workspace_id_at_id_idx" ON "audit_entry"("workspace_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_workspace_id_entity_entity_id_at_idx" ON "audit_entry"("workspace_id", "entity", "entity_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "company_workspace_id_domain_key" ON "company"("workspace_id", "domain");

-- CreateIndex
CREATE UNIQUE INDEX "company_workspace_id_credit_code_key" ON "company"("workspace_id", "credit_code");

-- CreateIndex
CREATE UNIQUE INDEX "pipeline_workspace_id_slug_key" ON "pipeline"("workspace_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "stage_workspace_id_pipeline_id_slug_key" ON "stage"("workspace_id", "pipeline_id", "slug");

-- CreateIndex
CREATE INDEX "deal_workspace_id_updated_at_id_idx" ON "deal"("workspace_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "deal_workspace_id_stage_id_idx" ON "deal"("workspace_id", "stage_id");

-- CreateIndex
CREATE INDEX "deal_workspace_id_company_id_idx" ON "deal"("workspace_id", "company_id");

-- CreateIndex
CREATE INDEX "stage_move_workspace_id_deal_id_moved_at_idx" ON "stage_move"("workspace_id", "deal_id", "moved_at");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "feed_next_check_at_idx" ON "feed"("next_check_at");

-- CreateIndex
CREATE UNIQUE INDEX "feed_workspace_id_url_key" ON "feed"("workspace_id", "url");

-- CreateIndex
CREATE INDEX "news_revision_workspace_id_news_item_id_replaced_at_idx" ON "news_revision"("workspace_id", "news_item_id", "replaced_at" DESC);

-- CreateIndex
CREATE INDEX "news_company_workspace_id_company_id_idx" ON "news_company"("workspace_id", "company_id");

-- CreateIndex
CREATE UNIQUE INDEX "facet_workspace_id_slug_key" ON "facet"("workspace_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "thesis_workspace_id_slug_key" ON "thesis"("workspace_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "claim_workspace_id_number_key" ON "claim"("workspace_id", "number");

-- What Prisma's schema language does not say --------------------------------------------------------------------

-- Composite foreign keys: a row cannot point into another workspace. NO ACTION between siblings, so that removing a
-- workspace (the only cascade) finds everything gone at the end of the statement.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['membership','invitation','api_token','audit_entry','idempotency_key','facet','thesis',
    'thesis_version','claim','claim_element','feed','news_item','news_content','news_revision','news_company','news_tag',
    'company','company_tag','pipeline','stage','deal','deal_tag','stage_move','signal_day','coverage_day'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE',
      t, t || '_workspace_fkey');
  END LOOP;
END $$;

ALTER TABLE password_reset ADD FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE;
ALTER TABLE membership     ADD FOREIGN KEY (user_id) REFERENCES app_user (id);
ALTER TABLE invitation     ADD FOREIGN KEY (invited_by_id) REFERENCES app_user (id);
ALTER TABLE api_token      ADD FOREIGN KEY (created_by_id) REFERENCES app_user (id);
ALTER TABLE thesis         ADD FOREIGN KEY (workspace_id, facet_id) REFERENCES facet (workspace_id, id),
                           ADD FOREIGN KEY (owner_id) REFERENCES app_user (id);
ALTER TABLE thesis_version ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);
ALTER TABLE claim          ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);
ALTER TABLE claim_element  ADD FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);
ALTER TABLE news_item      ADD FOREIGN KEY (workspace_id, feed_id) REFERENCES feed (workspace_id, id);
ALTER TABLE news_content   ADD FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id);
ALTER TABLE news_revision  ADD FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id);
ALTER TABLE news_company   ADD FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, company_id) REFERENCES company (workspace_id, id);
ALTER TABLE news_tag       ADD FOREIGN KEY (workspace_id, subject_id) REFERENCES news_item (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);
ALTER TABLE company_tag    ADD FOREIGN KEY (workspace_id, subject_id) REFERENCES company (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);
ALTER TABLE deal_tag       ADD FOREIGN KEY (workspace_id, subject_id) REFERENCES deal (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);
ALTER TABLE stage          ADD FOREIGN KEY (workspace_id, pipeline_id) REFERENCES pipeline (workspace_id, id);
ALTER TABLE deal           ADD FOREIGN KEY (workspace_id, company_id) REFERENCES company (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, pipeline_id) REFERENCES pipeline (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, stage_id) REFERENCES stage (workspace_id, id),
                           ADD FOREIGN KEY (owner_id) REFERENCES app_user (id);
ALTER TABLE stage_move     ADD FOREIGN KEY (workspace_id, deal_id) REFERENCES deal (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, from_stage_id) REFERENCES stage (workspace_id, id),
                           ADD FOREIGN KEY (workspace_id, to_stage_id) REFERENCES stage (workspace_id, id);
ALTER TABLE signal_day     ADD FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id);

ALTER TABLE app_user    ADD CHECK (email = lower(email));
ALTER TABLE company     ADD CHECK (name_en IS NOT NULL OR name_zh IS NOT NULL), ADD CHECK (domain = lower(domain));
ALTER TABLE deal        ADD CHECK (currency IS NOT NULL OR (amount IS NULL AND valuation IS NULL)), ADD CHECK (amount >= 0);
ALTER TABLE news_tag    ADD CHECK (strength BETWEEN 1 AND 3);
ALTER TABLE company_tag ADD CHECK (strength BETWEEN 1 AND 3);
ALTER TABLE deal_tag    ADD CHECK (strength BETWEEN 1 AND 3);

-- Search: English by PostgreSQL's stemmer, Chinese by characters and pairs of characters, so that a word of one or two
-- characters inside a sentence is found. The pairs are made here and not by the text parser: the same in every locale.

CREATE FUNCTION han_grams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}') FROM (
    SELECT unnest(ARRAY[substr(run, i, 1), substr(run, i, 2)]) AS gram
    FROM (SELECT (regexp_matches(t, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]+', 'g'))[1] AS run) AS runs,
         generate_series(1, length(run)) AS i
  ) AS grams WHERE gram <> ''
$$;

CREATE FUNCTION search_vector(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.english',
           regexp_replace(t, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]+', ' ', 'g'))
         || array_to_tsvector(han_grams(t))
$$;

-- All words must occur; the last letters of a Latin word may be missing; a Chinese word is the AND of its pairs
-- (of its one character when it has one). NULL, which matches nothing, when no word is left.
CREATE FUNCTION search_query(q text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  SET client_min_messages = warning AS $$
DECLARE
  result tsquery := NULL;
  part tsquery;
  word text;
  run text;
BEGIN
  FOR word IN SELECT (regexp_matches(lower(q), '[a-z0-9\u00c0-\u024f]+', 'g'))[1] LOOP
    part := to_tsquery('pg_catalog.english', word || ':*');
    IF numnode(part) > 0 THEN result := coalesce(result && part, part); END IF;
  END LOOP;
  FOR run IN SELECT (regexp_matches(q, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]+', 'g'))[1] LOOP
    FOR i IN 1 .. greatest(length(run) - 1, 1) LOOP
      part := quote_literal(substr(run, i, 2))::tsquery;
      result := coalesce(result && part, part);
    END LOOP;
  END LOOP;
  RETURN result;
END $$;

-- array_to_string is only STABLE, for the sake of element types that print by locale; text does not.
CREATE FUNCTION text_list(parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT array_to_string(parts, ' ') $$;

ALTER TABLE news_item DROP COLUMN search,
  ADD COLUMN search tsvector GENERATED ALWAYS AS (search_vector(title || ' ' || text)) STORED;
ALTER TABLE company DROP COLUMN search, DROP COLUMN sort_name,
  ADD COLUMN sort_name text GENERATED ALWAYS AS (lower(coalesce(name_en, name_zh))) STORED,
  ADD COLUMN search tsvector GENERATED ALWAYS AS (search_vector(
    coalesce(name_en, '') || ' ' || coalesce(name_zh, '') || ' ' || coalesce(domain, '') || ' ' ||
    coalesce(text_list(former_names), ''))) STORED;

CREATE INDEX news_item_search ON news_item USING gin (search);
CREATE INDEX company_search ON company USING gin (search);

-- Keyset paging: one index range for each way a list is cut.
CREATE UNIQUE INDEX news_item_source_key ON news_item (workspace_id, feed_id, source_key) NULLS NOT DISTINCT;
CREATE INDEX news_item_newest ON news_item (workspace_id, published_at DESC, id DESC);
CREATE INDEX news_item_feed ON news_item (workspace_id, feed_id, published_at DESC, id DESC);
CREATE INDEX news_item_untagged ON news_item (workspace_id, published_at DESC, id DESC) WHERE tag_count = 0;
CREATE INDEX news_item_url ON news_item (workspace_id, url) WHERE url IS NOT NULL;
CREATE INDEX company_by_name ON company (workspace_id, sort_name, id);
CREATE INDEX news_tag_newest ON news_tag (workspace_id, thesis_id, published_at DESC, subject_id DESC) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX news_tag_current ON news_tag (workspace_id, subject_id, thesis_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX company_tag_current ON company_tag (workspace_id, subject_id, thesis_id) WHERE superseded_at IS NULL;
CREATE INDEX company_tag_thesis ON company_tag (workspace_id, thesis_id, subject_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX deal_tag_current ON deal_tag (workspace_id, subject_id, thesis_id) WHERE superseded_at IS NULL;
CREATE INDEX deal_tag_thesis ON deal_tag (workspace_id, thesis_id, subject_id) WHERE superseded_at IS NULL;
CREATE INDEX news_tag_history ON news_tag (workspace_id, subject_id, recorded_at);

-- Rollups: statement triggers keep the counts that charts read in the very transaction that writes, whatever door it
-- came through. Rows are touched in key order so that two writers cannot wait for each other in a circle.

-- A workspace's days are cut anew under the exclusive lock, counted under the shared one: nothing is counted on a day of the
-- zone the workspace is just leaving.
CREATE FUNCTION lock_days(workspaces uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(7261003, hashtext(w::text)) FROM unnest(workspaces) AS w ORDER BY w
$$;

CREATE FUNCTION roll_up_news_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM old_rows));
    INSERT INTO signal_day AS s (workspace_id, thesis_id, day, for_count, against_count, neutral_count)
    SELECT t.workspace_id, t.thesis_id, (t.published_at AT TIME ZONE w.time_zone)::date,
           -count(*) FILTER (WHERE t.stance = 'for'), -count(*) FILTER (WHERE t.stance = 'against'),
           -count(*) FILTER (WHERE t.stance = 'neutral')
    FROM old_rows AS t JOIN workspace AS w ON w.id = t.workspace_id
    WHERE t.superseded_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (workspace_id, thesis_id, day) DO UPDATE SET for_count = s.for_count + excluded.for_count,
      against_count = s.against_count + excluded.against_count, neutral_count = s.neutral_count + excluded.neutral_count;
    UPDATE news_item AS i SET tag_count = i.tag_count - t.n
    FROM (SELECT workspace_id, subject_id, count(*) AS n FROM old_rows WHERE superseded_at IS NULL GROUP BY 1, 2) AS t
    WHERE i.workspace_id = t.workspace_id AND i.id = t.subject_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM new_rows));
    INSERT INTO signal_day AS s (workspace_id, thesis_id, day, for_count, against_count, neutral_count)
    SELECT t.workspace_id, t.thesis_id, (t.published_at AT TIME ZONE w.time_zone)::date,
           count(*) FILTER (WHERE t.stance = 'for'), count(*) FILTER (WHERE t.stance = 'against'),
           count(*) FILTER (WHERE t.stance = 'neutral')
    FROM new_rows AS t JOIN workspace AS w ON w.id = t.workspace_id
    WHERE t.superseded_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (workspace_id, thesis_id, day) DO UPDATE SET for_count = s.for_count + excluded.for_count,
      against_count = s.against_count + excluded.against_count, neutral_count = s.neutral_count + excluded.neutral_count;
    UPDATE news_item AS i SET tag_count = i.tag_count + t.n
    FROM (SELECT workspace_id, subject_id, count(*) AS n FROM new_rows WHERE superseded_at IS NULL GROUP BY 1, 2) AS t
    WHERE i.workspace_id = t.workspace_id AND i.id = t.subject_id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION roll_up_news_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (SELECT 1 FROM old_rows AS o JOIN new_rows AS n USING (workspace_id, id)
                   WHERE o.published_at <> n.published_at) THEN RETURN NULL; END IF;
    UPDATE news_tag AS t SET published_at = n.published_at
    FROM new_rows AS n WHERE t.workspace_id = n.workspace_id AND t.subject_id = n.id AND t.published_at <> n.published_at;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM old_rows));
    INSERT INTO coverage_day AS c (workspace_id, day, item_count)
    SELECT i.workspace_id, (i.published_at AT TIME ZONE w.time_zone)::date, -count(*)
    FROM old_rows AS i JOIN workspace AS w ON w.id = i.workspace_id GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (workspace_id, day) DO UPDATE SET item_count = c.item_count + excluded.item_count;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM lock_days(ARRAY(SELECT DISTINCT workspace_id FROM new_rows));
    INSERT INTO coverage_day AS c (workspace_id, day, item_count)
    SELECT i.workspace_id, (i.published_at AT TIME ZONE w.time_zone)::date, count(*)
    FROM new_rows AS i JOIN workspace AS w ON w.id = i.workspace_id GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (workspace_id, day) DO UPDATE SET item_count = c.item_count + excluded.item_count;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER news_tag_inserted AFTER INSERT ON news_tag REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_tags();
CREATE TRIGGER news_tag_updated AFTER UPDATE ON news_tag REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_tags();
CREATE TRIGGER news_tag_deleted AFTER DELETE ON news_tag REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_tags();
CREATE TRIGGER news_item_inserted AFTER INSERT ON news_item REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_items();
CREATE TRIGGER news_item_updated AFTER UPDATE ON news_item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_items();
CREATE TRIGGER news_item_deleted AFTER DELETE ON news_item REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION roll_up_news_items();

-- A workspace that moves to another time zone has its days cut anew, in the transaction that moves it.
CREATE FUNCTION rebuild_rollups(workspace_ uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(7261003, hashtext(workspace_::text));
  DELETE FROM signal_day WHERE workspace_id = workspace_;
  DELETE FROM coverage_day WHERE workspace_id = workspace_;
  INSERT INTO signal_day (workspace_id, thesis_id, day, for_count, against_count, neutral_count)
  SELECT t.workspace_id, t.thesis_id, (t.published_at AT TIME ZONE w.time_zone)::date,
         count(*) FILTER (WHERE t.stance = 'for'), count(*) FILTER (WHERE t.stance = 'against'),
         count(*) FILTER (WHERE t.stance = 'neutral')
  FROM news_tag AS t JOIN workspace AS w ON w.id = t.workspace_id
  WHERE t.workspace_id = workspace_ AND t.superseded_at IS NULL GROUP BY 1, 2, 3;
  INSERT INTO coverage_day (workspace_id, day, item_count)
  SELECT i.workspace_id, (i.published_at AT TIME ZONE w.time_zone)::date, count(*)
  FROM news_item AS i JOIN workspace AS w ON w.id = i.workspace_id WHERE i.workspace_id = workspace_ GROUP BY 1, 2;
$$;

-- Walls: the application works as throughline_app, which owns nothing and sees only the workspace its transaction named.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'throughline_app') THEN CREATE ROLE throughline_app NOLOGIN; END IF;
  EXECUTE format('GRANT throughline_app TO %I', current_user);
END $$;

CREATE FUNCTION current_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;
CREATE FUNCTION sees_confidential() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT current_setting('app.confidential', true) = 'on' $$;

GRANT USAGE ON SCHEMA public TO throughline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO throughline_app;
-- A user's own `prisma migrate` keeps its ledger here; the application has no business in it.
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE 'REVOKE ALL ON _prisma_migrations FROM throughline_app';
  END IF;
END $$;
-- History can be added to, not changed: superseding a tag is the one update it knows.
REVOKE UPDATE, DELETE ON audit_entry, thesis_version, stage_move, news_revision FROM throughline_app;
REVOKE UPDATE, DELETE ON news_tag, company_tag, deal_tag FROM throughline_app;
GRANT UPDATE (superseded_at, superseded_by, published_at) ON news_tag TO throughline_app;
GRANT UPDATE (superseded_at, superseded_by) ON company_tag, deal_tag TO throughline_app;
REVOKE DELETE ON workspace, app_user, news_item, company, deal, thesis FROM throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['membership','invitation','api_token','idempotency_key','facet','thesis','thesis_version','claim',
    'claim_element','feed','news_item','news_content','news_revision','news_company','news_tag','company','company_tag',
    'pipeline','stage','signal_day','coverage_day'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;
ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON workspace USING (id = (SELECT current_workspace()));
ALTER TABLE deal ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal USING (workspace_id = (SELECT current_workspace()) AND (NOT confidential OR (SELECT sees_confidential())));
ALTER TABLE deal_tag ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal_tag USING (workspace_id = (SELECT current_workspace())
  AND EXISTS (SELECT 1 FROM deal AS d WHERE d.workspace_id = deal_tag.workspace_id AND d.id = deal_tag.subject_id));
ALTER TABLE stage_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_move USING (workspace_id = (SELECT current_workspace())
  AND EXISTS (SELECT 1 FROM deal AS d WHERE d.workspace_id = stage_move.workspace_id AND d.id = stage_move.deal_id));
-- What a confidential deal is called must not show in the activity list either.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_entry FOR SELECT USING (workspace_id = (SELECT current_workspace())
  AND (entity <> 'deal' OR EXISTS (SELECT 1 FROM deal AS d WHERE d.workspace_id = audit_entry.workspace_id AND d.id = audit_entry.entity_id)));
CREATE POLICY tenant_insert ON audit_entry FOR INSERT WITH CHECK (workspace_id = (SELECT current_workspace()));

-- Doors: the few questions that must be asked before a workspace is known. Each answers one thing and runs as the owner.

CREATE FUNCTION door_member(user_ uuid, session_ int, slug_ text)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, currency text, role "Role", user_name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text, m.role, u.name, u.email
  FROM app_user AS u JOIN membership AS m ON m.user_id = u.id JOIN workspace AS w ON w.id = m.workspace_id
  WHERE u.id = user_ AND u.session_version = session_ AND w.slug = slug_
$$;
CREATE FUNCTION door_workspaces(user_ uuid)
RETURNS TABLE (id uuid, slug text, name text, role "Role") LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, m.role FROM membership AS m JOIN workspace AS w ON w.id = m.workspace_id
  WHERE m.user_id = user_ ORDER BY w.name, w.id
$$;
CREATE FUNCTION door_token(hash text)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, currency text, role "Role", token_id uuid, token_name text, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text, t.role, t.id, t.name, t.last_used_at
  FROM api_token AS t JOIN workspace AS w ON w.id = t.workspace_id WHERE t.token_hash = hash AND t.revoked_at IS NULL
$$;
CREATE FUNCTION door_workspace(slug_ text)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, currency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, w.time_zone, w.currency::text FROM workspace AS w WHERE w.slug = slug_ OR w.id::text = slug_
$$;
CREATE FUNCTION door_invitation(hash text)
RETURNS TABLE (workspace_id uuid, workspace_slug text, workspace_name text, invitation_id uuid, email text, role "Role")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug, w.name, i.id, i.email, i.role FROM invitation AS i JOIN workspace AS w ON w.id = i.workspace_id
  WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
$$;
CREATE FUNCTION door_due_feeds(at_ timestamptz, limit_ int)
RETURNS TABLE (workspace_id uuid, feed_id uuid, url text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.workspace_id, f.id, f.url FROM feed AS f
  WHERE f.status = 'active' AND f.next_check_at <= at_ ORDER BY f.next_check_at LIMIT limit_
$$;
-- Removing a workspace takes every row of it, history included: the owner's last word, asked for the current workspace only.
CREATE FUNCTION door_remove_workspace(workspace_ uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF workspace_ IS DISTINCT FROM current_workspace() THEN RAISE EXCEPTION 'not the current workspace'; END IF;
  DELETE FROM workspace WHERE id = workspace_;
END $$;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'door\_%' LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO throughline_app', f);
  END LOOP;
END $$;
