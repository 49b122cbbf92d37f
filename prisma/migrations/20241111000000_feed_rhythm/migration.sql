-- By when a feed should have brought something new, judged by its own rhythm; set with every successful check.
ALTER TABLE "feed" ADD COLUMN "quiet_after" TIMESTAMPTZ(3);

UPDATE feed AS f SET quiet_after = r.quiet_after
FROM (
  SELECT workspace_id, feed_id, max(published_at) + greatest(interval '7 days', 2 * max(gap)) AS quiet_after
  FROM (SELECT workspace_id, feed_id, published_at,
               published_at - lag(published_at) OVER (PARTITION BY workspace_id, feed_id ORDER BY published_at) AS gap
        FROM (SELECT workspace_id, feed_id, published_at,
                     row_number() OVER (PARTITION BY workspace_id, feed_id ORDER BY published_at DESC, id DESC) AS place
              FROM news_item WHERE feed_id IS NOT NULL) AS numbered
        WHERE place <= 20) AS spaced
  GROUP BY workspace_id, feed_id HAVING count(*) >= 5) AS r
WHERE f.workspace_id = r.workspace_id AND f.id = r.feed_id;
