-- Two dates: when it was published, as its source says, and when it was first seen here. A claim that cannot be right (years
-- ahead, or 1970) is kept beside the first sighting that stands in for it.
ALTER TABLE "news_item" ADD COLUMN "claimed_at" TIMESTAMPTZ(3);

CREATE INDEX news_item_seen ON news_item (workspace_id, first_seen_at);
CREATE INDEX news_item_doubtful ON news_item (workspace_id, published_at DESC, id DESC) WHERE NOT date_stated;
