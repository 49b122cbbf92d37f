-- Feeds, what they brought, and the companies it mentions.

CREATE TYPE "FeedStatus" AS ENUM ('active', 'paused');
CREATE TYPE "NewsKind" AS ENUM ('article', 'paper', 'release', 'round', 'launch', 'policy', 'hire');
CREATE TYPE "MentionStatus" AS ENUM ('found', 'confirmed', 'rejected');

CREATE TABLE feed (
  workspace_id      uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id                uuid NOT NULL,
  url               text NOT NULL,
  title             text NOT NULL,
  site_url          text,
  folder            text,
  language          text,
  status            "FeedStatus" NOT NULL DEFAULT 'active',
  next_check_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_checked_at   timestamptz(3),
  last_success_at   timestamptz(3),
  last_changed_at   timestamptz(3),
  quiet_after       timestamptz(3),
  etag              text,
  last_modified     text,
  failure_count     integer NOT NULL DEFAULT 0,
  last_error        text,
  last_error_detail text,
  version           integer NOT NULL DEFAULT 1,
  created_at        timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id     uuid,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX feed_next_check_at_idx ON feed (next_check_at);
CREATE UNIQUE INDEX feed_workspace_id_url_key ON feed (workspace_id, url);

-- `published_at` is the source's date, or the first sighting where the source states none that can be right
-- (`claimed_at`). `source_hash` says who told it, for counting independent sources: its feed, else the host
-- of its address, else nobody but itself; as 64 bits, so that a chart over a million items compares numbers
-- and takes no address apart.
CREATE TABLE news_item (
  workspace_id  uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id            uuid NOT NULL,
  feed_id       uuid,
  source_key    text NOT NULL,
  source_name   text,
  url           text,
  title         text NOT NULL,
  kind          "NewsKind" NOT NULL DEFAULT 'article',
  language      text NOT NULL,
  author        text,
  excerpt       text NOT NULL DEFAULT '',
  text          text NOT NULL DEFAULT '',
  published_at  timestamptz(3) NOT NULL,
  date_stated   boolean NOT NULL DEFAULT true,
  claimed_at    timestamptz(3),
  first_seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  content_hash  text NOT NULL DEFAULT '',
  created_by_id uuid,
  tag_count     integer NOT NULL DEFAULT 0,
  corrected     text[] NOT NULL DEFAULT '{}',
  version       integer NOT NULL DEFAULT 1,
  search        tsvector GENERATED ALWAYS AS (search_vector(title || ' ' || text)) STORED,
  source_hash   bigint GENERATED ALWAYS AS (hashtextextended(
    coalesce(feed_id::text, lower(substring(url FROM '^https?://(?:www\.)?([^/:?#]+)')), id::text),
    0)) STORED,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, feed_id) REFERENCES feed
);
CREATE INDEX news_item_search ON news_item USING gin (search);
CREATE UNIQUE INDEX news_item_source_key ON news_item (workspace_id, feed_id, source_key) NULLS NOT DISTINCT;
CREATE INDEX news_item_url ON news_item (workspace_id, url) WHERE url IS NOT NULL;
CREATE INDEX news_item_seen ON news_item (workspace_id, first_seen_at);

-- Keyset paging: one index range for each way a list is cut. A filter by a language or a kind that is rare
-- must not read every item either. Comparing enum values is not leakproof: one partial index per kind serves
-- where an index on the column could not be used.
CREATE INDEX news_item_newest ON news_item (workspace_id, published_at DESC, id DESC);
CREATE INDEX news_item_feed ON news_item (workspace_id, feed_id, published_at DESC, id DESC);
CREATE INDEX news_item_language ON news_item (workspace_id, language, published_at DESC, id DESC);
CREATE INDEX news_item_untagged ON news_item (workspace_id, published_at DESC, id DESC) WHERE tag_count = 0;
CREATE INDEX news_item_inbox ON news_item (workspace_id, first_seen_at DESC, id DESC) WHERE tag_count = 0;
CREATE INDEX news_item_doubtful ON news_item (workspace_id, published_at DESC, id DESC) WHERE NOT date_stated;
DO $$
DECLARE kind "NewsKind";
BEGIN
  FOREACH kind IN ARRAY enum_range(NULL::"NewsKind") LOOP
    EXECUTE format('CREATE INDEX %I ON news_item (workspace_id, published_at DESC, id DESC) WHERE kind = %L',
      'news_item_kind_' || kind, kind);
  END LOOP;
END $$;

CREATE TABLE news_content (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  news_item_id uuid NOT NULL,
  html         text NOT NULL,
  PRIMARY KEY (workspace_id, news_item_id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item
);

CREATE TABLE news_revision (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id           uuid NOT NULL,
  news_item_id uuid NOT NULL,
  title        text NOT NULL,
  url          text,
  published_at timestamptz(3) NOT NULL,
  excerpt      text NOT NULL,
  html         text NOT NULL,
  replaced_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item
);
CREATE INDEX news_revision_workspace_id_news_item_id_replaced_at_idx
  ON news_revision (workspace_id, news_item_id, replaced_at DESC);

CREATE TABLE news_company (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  news_item_id uuid NOT NULL,
  company_id   uuid NOT NULL,
  PRIMARY KEY (workspace_id, news_item_id, company_id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item,
  FOREIGN KEY (workspace_id, company_id) REFERENCES company
);
CREATE INDEX news_company_workspace_id_company_id_idx ON news_company (workspace_id, company_id);

-- Names that items mention: found, and what a person said of it. The link itself is a row of news_company, as
-- one made by hand.
CREATE TABLE news_mention (
  workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
  news_item_id uuid NOT NULL,
  company_id   uuid NOT NULL,
  words        text[] NOT NULL,
  status       "MentionStatus" NOT NULL,
  decided_by   text,
  updated_at   timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, news_item_id, company_id),
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, company_id) REFERENCES company ON DELETE CASCADE
);
CREATE INDEX news_mention_workspace_id_company_id_idx ON news_mention (workspace_id, company_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON feed, news_content, news_company TO throughline_app;
GRANT SELECT, INSERT, UPDATE ON news_item, news_mention TO throughline_app;
GRANT SELECT, INSERT ON news_revision TO throughline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['feed', 'news_item', 'news_content', 'news_revision', 'news_company',
    'news_mention'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (workspace_id = (SELECT current_workspace()))', t);
  END LOOP;
END $$;

CREATE FUNCTION door_due_feeds(at_ timestamptz, limit_ int)
RETURNS TABLE (workspace_id uuid, feed_id uuid, url text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.workspace_id, f.id, f.url FROM feed AS f
  WHERE f.status = 'active' AND f.next_check_at <= at_ ORDER BY f.next_check_at LIMIT limit_
$$;

-- Full-text search beside row-level security, as door_search_companies: the owner may use the index, and
-- gives out nothing but ids of the current workspace. `most` + 1 rows mean "common": then the newest items
-- are quicker read in order.
CREATE FUNCTION door_search_news(q text, most int)
RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id FROM news_item AS i
  WHERE i.workspace_id = current_workspace() AND i.search @@ search_query(q) LIMIT most + 1
$$;

REVOKE ALL ON FUNCTION door_due_feeds(timestamptz, int), door_search_news(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_due_feeds(timestamptz, int), door_search_news(text, int) TO throughline_app;
