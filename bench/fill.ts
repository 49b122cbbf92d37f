import type { Client } from "pg";

/**
 * Fills one workspace the way a busy fund's looks after two years: 50 theses of very unequal popularity (Zipf), 1.4 tags
 * an item, more news on weekdays and more each month, one item in three untagged, a third of the titles Chinese, one item in
 * five a repetition of a story that an item just before it told.
 * Everything follows from the row number: the same size gives the same data.
 */
export async function fill(client: Client, workspaceId: string, items: number): Promise<void> {
  await client.query(support);
  await client.query(theses, [workspaceId]);
  // Triggers would count row by row what rebuild_rollups counts at once; what they keep up is compared in the tests.
  await client.query("ALTER TABLE news_item DISABLE TRIGGER USER; ALTER TABLE news_tag DISABLE TRIGGER USER");
  const batch = 100_000;
  for (let from = 1; from <= items; from += batch) {
    await client.query(news, [workspaceId, from, Math.min(from + batch - 1, items), items]);
  }
  await client.query(ranks);
  await client.query(tagRows, [workspaceId]);
  await client.query(counted, [workspaceId]);
  await client.query(stories, [workspaceId]);
  await client.query(companies, [workspaceId, Math.round(items / 10)]);
  await client.query("ALTER TABLE news_item ENABLE TRIGGER USER; ALTER TABLE news_tag ENABLE TRIGGER USER");
  await client.query(corrections, [workspaceId]);
  await client.query("SELECT rebuild_rollups($1)", [workspaceId]);
  await client.query("VACUUM ANALYZE");
}

const support = `
  CREATE FUNCTION pg_temp.hash01(n bigint, seed bigint) RETURNS float LANGUAGE sql IMMUTABLE AS
    $$ SELECT (hashint8extended(n, seed) & 2147483647) / 2147483648.0 $$;
  CREATE FUNCTION pg_temp.v7(at timestamptz, n bigint, salt text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text || salt), 1, 3)
               || '8' || substr(md5(n::text || salt), 4, 15))::uuid $$;
  CREATE FUNCTION pg_temp.word(n bigint, chinese boolean) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT CASE WHEN chinese THEN (ARRAY['发布','模型','多模态','开源','视频','智能体','融资','推理','长文本','世界模型',
                '元宇宙','生成','机器人','芯片','语音','评测'])[1 + floor(16 * pg_temp.hash01(n, 1))::int]
              ELSE (ARRAY['model','agent','video','open','expert','memory','vision','release','funding','reasoning','context',
                'token','price','world','robot','chip','search','voice','benchmark','startup'])[1 + floor(20 * pg_temp.hash01(n, 1))::int]
         END $$`;

// Pick number k of 50 with weight 1/k: the inverse of H(k)/H(50), by a table.
const theses = `
  WITH facet AS (SELECT id FROM facet WHERE workspace_id = $1 AND slug = 'focus')
  INSERT INTO thesis (workspace_id, id, facet_id, slug, color, position, name_en, name_zh, statement_en, statement_zh, keywords, recorded_at)
  SELECT $1, pg_temp.v7('2024-01-01', k, 'thesis'), facet.id, 'bench-' || k, (k - 1) % 8, 100 + k, 'Thesis ' || k, '论点 ' || k, '', '', '{}', '2022-11-01'
  FROM facet, generate_series(1, 50) AS k`;

const news = `
  INSERT INTO news_item (workspace_id, id, source_key, url, title, language, kind, excerpt, text, published_at, first_seen_at, updated_at, recorded_at)
  SELECT $1, pg_temp.v7(at, n, 'item'), 'bench-' || n, 'https://bench.example/' || n,
         title, CASE WHEN n % 3 = 0 THEN 'zh' ELSE 'en' END, (ARRAY['article','paper','release','launch','round'])[1 + n % 5]::"NewsKind",
         title, repeat(title || ' ', 4), at, at, at, at
  FROM (SELECT n, timestamptz '2022-11-07 00:00:00+00' + interval '1 second' * floor(63072000 * sqrt(pg_temp.hash01(n, 2))) AS at,
               (SELECT string_agg(pg_temp.word(n * 7 + i, n % 3 = 0), ' ') FROM generate_series(1, 6) AS i) || ' ' || n AS title
        FROM generate_series($2::bigint, $3::bigint) AS n WHERE $4::bigint > 0) AS made`;

// 0 to 3 tags in shares that make 1.4 on average; two of the same thesis collapse into one.
const ranks = `
  CREATE TEMP TABLE zipf AS SELECT k, sum(1.0 / k) OVER (ORDER BY k) / (SELECT sum(1.0 / j) FROM generate_series(1, 50) AS j) AS upto
    FROM generate_series(1, 50) AS k;
  CREATE TEMP TABLE rank_of AS
    SELECT bucket, (SELECT min(k) FROM zipf WHERE upto >= (bucket + 0.5) / 10000) AS k FROM generate_series(0, 9999) AS bucket;
  CREATE UNIQUE INDEX ON rank_of (bucket);
  CREATE TEMP TABLE thesis_no AS SELECT id, (position - 100)::bigint AS k FROM thesis WHERE slug LIKE 'bench-%';
  ANALYZE rank_of; ANALYZE thesis_no`;

const tagRows = `
  INSERT INTO news_tag (workspace_id, id, subject_id, thesis_id, stance, strength, actor_name, valid_from, recorded_at, published_at)
  SELECT $1, pg_temp.v7(published_at, nn * 8 + one, 'tag'), item, thesis_id,
         (CASE WHEN h < 0.6 THEN 'for' WHEN h < 0.8 THEN 'against' ELSE 'neutral' END)::"Stance", 1 + (nn % 3), 'bench', published_at, published_at, published_at
  FROM (SELECT DISTINCT ON (i.id, t.id) i.id AS item, t.id AS thesis_id, i.published_at, i.nn, one, pg_temp.hash01(i.nn * 8 + one, 3) AS h
        FROM (SELECT id, published_at, substr(source_key, 7)::bigint AS nn FROM news_item WHERE workspace_id = $1) AS i
        CROSS JOIN LATERAL generate_series(1, (ARRAY[0,0,0,1,1,2,2,2,3,3])[1 + floor(10 * pg_temp.hash01(i.nn, 4))::int]) AS one
        JOIN rank_of AS r ON r.bucket = floor(10000 * pg_temp.hash01(i.nn * 8 + one, 5))
        JOIN thesis_no AS t ON t.k = r.k) AS picked`;

const counted = `
  UPDATE news_item AS i SET tag_count = t.n, confirmed_count = t.n
  FROM (SELECT subject_id, count(*) AS n FROM news_tag WHERE workspace_id = $1 GROUP BY 1) AS t
  WHERE i.workspace_id = $1 AND i.id = t.subject_id`;

// Of ten items in the order of their dates the last three tell one story.
const stories = `
  INSERT INTO story_member (workspace_id, news_item_id, story_id, recorded_at)
  SELECT $1, id, CASE WHEN place % 10 < 7 THEN id ELSE first_value(id) OVER (PARTITION BY place / 10, place % 10 >= 7 ORDER BY place) END,
         published_at
  FROM (SELECT id, published_at, row_number() OVER (ORDER BY published_at, id) AS place FROM news_item WHERE workspace_id = $1) AS i`;

// One item in fifty was corrected since, and so has an earlier version.
const corrections = `
  UPDATE news_item SET title = title || '.', version = 2 WHERE workspace_id = $1 AND substr(source_key, 7)::bigint % 50 = 0`;

const companies = `
  INSERT INTO company (workspace_id, id, name_en, name_zh, domain, country, former_names)
  SELECT $1, pg_temp.v7('2024-01-01', n, 'company'), 'Company ' || n, CASE WHEN n % 3 = 0 THEN '公司' || n END,
         'company-' || n || '.example', (ARRAY['US','CN','GB','FR','DE'])[1 + n % 5], '{}'
  FROM generate_series(1, $2::bigint) AS n`;
