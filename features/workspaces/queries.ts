import { z } from "zod";
import { records } from "@/features/records";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { invalid, notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { instantSql } from "@/server/sql/time";
import { auditShown } from "./record";
import { AuditEntry, GetWorkspace, Invitation, Member, Token, Workspace } from "./schema";

export async function currentWorkspace(ctx: QueryContext): Promise<Workspace> {
  const found = await row(
    ctx.tx,
    Workspace,
    Prisma.sql`
      SELECT w.id, w.slug, w.name, w.time_zone AS "timeZone", w.currency::text, w.demo, w.version,
             w.rule_tags_suffice AS "ruleTagsSuffice", ${instantSql(Prisma.sql`w.created_at`)} AS "createdAt"
      FROM workspace AS w WHERE w.id = ${ctx.workspaceId}::uuid`,
  );
  if (!found) throw notFound("workspace");
  return found;
}

export const getWorkspace = query({
  name: "workspace.get",
  summary: "The workspace of this token: name, time zone, currency",
  allow: "workspace:read",
  http: { method: "GET", path: "/workspace" },
  input: GetWorkspace,
  output: Workspace,
  run: (ctx) => currentWorkspace(ctx),
});

/** The columns of a Member, of the table of the record of members that goes by `m`. */
function memberColumns(m: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${m}.id, ${m}.name, ${m}.email, ${m}.role::text,
    ${instantSql(Prisma.sql`${m}.joined_at`)} AS "joinedAt", ${m}.version`;
}

const m = Prisma.raw("m");

function findMember(ctx: QueryContext, id: string): Promise<Member | null> {
  return row(
    ctx.tx,
    Member,
    Prisma.sql`
      SELECT ${memberColumns(m)} FROM ${records.members.table} AS m
      WHERE m.workspace_id = ${ctx.workspaceId}::uuid AND m.id = ${id}::uuid`,
  );
}

export async function memberById(ctx: QueryContext, id: string): Promise<Member> {
  const found = await findMember(ctx, id);
  if (!found) throw notFound("member");
  return found;
}

/** The member a field names, as an owner or an assignee; INVALID at that field when this person is none. */
export async function memberOf(ctx: QueryContext, id: string, field: string): Promise<Member> {
  const found = await findMember(ctx, id);
  if (!found) throw invalid({ [field]: "is not a member of this workspace" });
  return found;
}

export const listMembers = list(records.members, {
  name: "member.list",
  summary: "The people of the workspace, by name",
  path: "/members",
  row: Member,
  columns: memberColumns,
  sort: "name",
});

const PersonRow = z.object({ id: z.string(), name: z.string() });

/**
 * The person who answers for what is done here: the member, or whoever made the API token that is used; null for jobs and
 * the command line. What a token makes must end when its maker goes.
 */
export function personBehind(ctx: QueryContext): Promise<{ id: string; name: string } | null> {
  const { kind, id } = ctx.actor;
  if (kind === "member") return Promise.resolve({ id, name: ctx.actor.name });
  if (kind !== "token") return Promise.resolve(null);
  return row(
    ctx.tx,
    PersonRow,
    Prisma.sql`
      SELECT u.id, u.name FROM api_token AS t JOIN app_user AS u ON u.id = t.created_by_id
      WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.id = ${id}::uuid`,
  );
}

export const listInvitations = list(records.invitations, {
  name: "invitation.list",
  summary: "Invitations that can still be accepted, newest first",
  path: "/invitations",
  row: Invitation,
  columns: (v) => Prisma.sql`${v}.id, ${v}.email, ${v}.role::text, u.name AS "invitedBy",
    ${instantSql(Prisma.sql`${v}.created_at`)} AS "createdAt", ${instantSql(Prisma.sql`${v}.expires_at`)} AS "expiresAt"`,
  joins: (v) => Prisma.sql`LEFT JOIN app_user AS u ON u.id = ${v}.invited_by_id`,
  sort: "-created",
  where: (ctx, _, { alias }) => [Prisma.sql`${alias}.expires_at > ${ctx.now}`],
});

export const listTokens = list(records.tokens, {
  name: "token.list",
  summary: "API tokens that work, newest first; when each was last used is known to the hour",
  path: "/tokens",
  row: Token,
  columns: (k) => Prisma.sql`${k}.id, ${k}.name, ${k}.role::text, u.name AS "createdBy",
    ${instantSql(Prisma.sql`${k}.created_at`)} AS "createdAt", ${instantSql(Prisma.sql`${k}.last_used_at`)} AS "lastUsedAt"`,
  joins: (k) => Prisma.sql`LEFT JOIN app_user AS u ON u.id = ${k}.created_by_id`,
  sort: "-created",
});

export const listAudit = list(records.audit, {
  name: "audit.list",
  summary: "Who did what, newest first",
  path: "/audit",
  row: AuditEntry,
  columns: (a) => Prisma.sql`
    ${a}.id, ${instantSql(Prisma.sql`${a}.at`)} AS at, ${a}.operation, ${a}.entity, ${a}.entity_id AS "entityId", ${a}.label,
    ${a}.changes, json_build_object('kind', ${a}.actor_kind, 'id', ${a}.actor_id, 'name', ${a}.actor_name) AS actor`,
  sort: "-at",
  where: (ctx, _, { alias }) => auditShown(ctx, alias),
});
