-- A tag that a rule put is a proposal: an item waits until a person put a tag, confirmed one or put the item away.
-- A workspace may say that its rules' tags are enough.

ALTER TABLE workspace ADD COLUMN rule_tags_suffice boolean NOT NULL DEFAULT false;

ALTER TABLE news_item ADD COLUMN confirmed_count integer NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION roll_up_news_tags() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
      against_count = s.against_count + excluded.against_count,
      neutral_count = s.neutral_count + excluded.neutral_count;
    UPDATE news_item AS i SET tag_count = i.tag_count - t.n, confirmed_count = i.confirmed_count - t.confirmed
    FROM (SELECT workspace_id, subject_id, count(*) AS n, count(*) FILTER (WHERE origin <> 'rule') AS confirmed
          FROM old_rows
          WHERE superseded_at IS NULL GROUP BY 1, 2) AS t
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
      against_count = s.against_count + excluded.against_count,
      neutral_count = s.neutral_count + excluded.neutral_count;
    UPDATE news_item AS i SET tag_count = i.tag_count + t.n, confirmed_count = i.confirmed_count + t.confirmed
    FROM (SELECT workspace_id, subject_id, count(*) AS n, count(*) FILTER (WHERE origin <> 'rule') AS confirmed
          FROM new_rows
          WHERE superseded_at IS NULL GROUP BY 1, 2) AS t
    WHERE i.workspace_id = t.workspace_id AND i.id = t.subject_id;
  END IF;
  RETURN NULL;
END $$;

UPDATE news_item AS i SET confirmed_count = t.n
FROM (SELECT workspace_id, subject_id, count(*) AS n FROM news_tag
      WHERE superseded_at IS NULL AND origin <> 'rule' GROUP BY 1, 2) AS t
WHERE i.workspace_id = t.workspace_id AND i.id = t.subject_id;

-- What has no tag at all has none that is confirmed: these serve both questions.
DROP INDEX news_item_untagged;
DROP INDEX news_item_inbox;
CREATE INDEX news_item_unconfirmed ON news_item (workspace_id, published_at DESC, id DESC) WHERE confirmed_count = 0;
CREATE INDEX news_item_inbox ON news_item (workspace_id, first_seen_at DESC, id DESC) WHERE confirmed_count = 0;

SELECT keep_history('news_item', jsonb_build_object(
  'tag_count', 'SELECT count(*) FROM as_of.news_tag AS g
    WHERE g.workspace_id = v.workspace_id AND g.subject_id = v.id AND g.superseded_at IS NULL',
  'confirmed_count', 'SELECT count(*) FROM as_of.news_tag AS g
    WHERE g.workspace_id = v.workspace_id AND g.subject_id = v.id AND g.superseded_at IS NULL AND g.origin <> ''rule'''));
