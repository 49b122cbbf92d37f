import { Prisma } from "@/server/db/client";
import type { Alias, Sql } from "@/server/record/record";
import { nowSql } from "@/server/sql/time";

/** What its asker reads blind (see the agreement feature) counts as tagged, whatever becomes of its tags meanwhile. */
const notBlind = (i: Alias) => Prisma.sql`${i}.id <> ALL ((SELECT blind_items())::uuid[])`;

const ruleTagsSuffice = Prisma.sql`
  (SELECT w.rule_tags_suffice FROM workspace AS w WHERE w.id = (SELECT current_workspace()))`;

/** SQL condition: the news item has no tag. The index of what is unconfirmed answers this too. */
export function untaggedSql(i: Alias): Sql {
  return Prisma.sql`(${i}.confirmed_count = 0 AND ${i}.tag_count = 0 AND ${notBlind(i)})`;
}

/** SQL condition: no person has tagged the news item; what a rule says of it is a proposal, unless that suffices here. */
export function unconfirmedSql(i: Alias): Sql {
  return Prisma.sql`(${i}.confirmed_count = 0 AND (${i}.tag_count = 0 OR NOT ${ruleTagsSuffice}) AND ${notBlind(i)})`;
}

/** SQL condition on the triage `g` of an item: it is neither dismissed nor asleep. */
export function awakeSql(g: Alias): Sql {
  return Prisma.sql`(${g}.dismissed_at IS NULL AND (${g}.snoozed_until IS NULL OR ${g}.snoozed_until <= ${nowSql}))`;
}

/** SQL condition: the news item waits in the inbox to be read and tagged. Whoever counts or lists such items asks this. */
export function waitingSql(i: Alias): Sql {
  return Prisma.sql`(${unconfirmedSql(i)} AND NOT EXISTS (SELECT 1 FROM news_triage AS g
    WHERE g.workspace_id = ${i}.workspace_id AND g.news_item_id = ${i}.id AND NOT ${awakeSql(Prisma.raw("g"))}))`;
}
