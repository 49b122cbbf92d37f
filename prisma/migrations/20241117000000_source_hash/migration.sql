-- Who told an item, for counting independent sources: its feed, else the host of its address, else nobody but itself. As 64
-- bits, so that a chart over a million items compares numbers and takes no address apart.
ALTER TABLE news_item ADD COLUMN source_hash bigint GENERATED ALWAYS AS (
  hashtextextended(coalesce(feed_id::text, lower(substring(url FROM '^https?://(?:www\.)?([^/:?#]+)')), id::text), 0)) STORED;
