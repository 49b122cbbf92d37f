import type { Client } from "pg";

export type Verdict = {
  /** Rows that had to become items, tags that had to be put: how many there are, and how many are missing or there twice. */
  items: number;
  tags: number;
  lost: number;
  doubled: number;
  /** Runs that are not done, or whose own counts say something else than what is stored. */
  unfinished: number;
  miscounted: number;
};

/** Holds what is stored against what the files said, whatever happened to the workers in between. */
export async function judge(
  database: Client,
  { files, rowsPerFile }: { files: number; rowsPerFile: number },
): Promise<Verdict> {
  const wanted = Array.from({ length: rowsPerFile }, (_, at) => at).filter((at) => at % 10 < 8);
  const ask = async (sql: string, values: unknown[] = []) =>
    Number((await database.query<{ n: string }>(sql, values)).rows[0]?.n ?? 0);

  const items = await ask("SELECT count(*) AS n FROM news_item");
  const distinct = await ask("SELECT count(DISTINCT title) AS n FROM news_item");
  const expected = files * wanted.length;
  const meeting = files * wanted.filter((at) => at % 3 === 0).length;
  const tags = await ask("SELECT count(*) AS n FROM news_tag");
  const tagged = await ask(
    `SELECT count(DISTINCT t.subject_id) AS n FROM news_tag AS t JOIN news_item AS i ON i.id = t.subject_id
     WHERE t.superseded_at IS NULL AND i.title LIKE 'MoE %'`,
  );
  const remembered = await ask("SELECT count(*) AS n FROM import_item");
  const lost = expected - distinct + (meeting - tagged) + Math.max(0, items - remembered);
  const doubled = items - distinct + (tags - tagged);

  const unfinished = await ask(
    "SELECT count(*) AS n FROM job_run WHERE state <> 'done' OR kind = 'news.import' AND done <> total",
  );
  const wrongFiles = await ask(
    `SELECT count(*) AS n FROM job_run WHERE kind = 'news.import' AND result <>
       jsonb_build_object('created', $1::int, 'known', $2::int, 'failed', $2::int)`,
    [wanted.length, rowsPerFile / 10],
  );
  const put = await ask("SELECT sum((result ->> 'put')::int) AS n FROM job_run WHERE kind = 'rule.apply'");
  return { items, tags, lost, doubled, unfinished, miscounted: wrongFiles + (put === tags ? 0 : 1) };
}
