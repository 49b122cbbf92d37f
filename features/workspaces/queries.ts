import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { invalid, notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { cutPage, decodeCursor, NewestCursor } from "@/server/record/cursor";
import { instantSql } from "@/server/sql/time";
import {
  AuditEntry,
  AuditPage,
  GetWorkspace,
  Invitation,
  InvitationPage,
  ListAudit,
  ListInvitations,
  ListMembers,
  ListTokens,
  Member,
  MemberPage,
  Token,
  TokenPage,
  Workspace,
} from "./schema";

export async function currentWorkspace(ctx: QueryContext): Promise<Workspace> {
  const found = await row(
    ctx.tx,
    Workspace,
    Prisma.sql`
      SELECT w.id, w.slug, w.name, w.time_zone AS "timeZone", w.currency::text, w.demo, w.version,
             ${instantSql(Prisma.sql`w.created_at`)} AS "createdAt"
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

const NameCursor = z.tuple([z.string(), z.uuid()]);
const MemberRow = Member.extend({ sortName: z.string() });

const memberColumns = Prisma.sql`
  u.id, u.name, u.email, m.role::text, ${instantSql(Prisma.sql`m.joined_at`)} AS "joinedAt", m.version,
  lower(u.name) AS "sortName"`;

function findMember(ctx: QueryContext, id: string): Promise<Member | null> {
  return row(
    ctx.tx,
    Member,
    Prisma.sql`
      SELECT ${memberColumns} FROM membership AS m JOIN app_user AS u ON u.id = m.user_id
      WHERE m.workspace_id = ${ctx.workspaceId}::uuid AND m.user_id = ${id}::uuid`,
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

export const listMembers = query({
  name: "member.list",
  summary: "The people of the workspace, by name",
  allow: "workspace:read",
  http: { method: "GET", path: "/members" },
  input: ListMembers,
  output: MemberPage,
  run: async (ctx, { limit, cursor }) => {
    const after = decodeCursor(cursor, NameCursor);
    const found = await rows(
      ctx.tx,
      MemberRow,
      Prisma.sql`
        SELECT ${memberColumns} FROM membership AS m JOIN app_user AS u ON u.id = m.user_id
        WHERE m.workspace_id = ${ctx.workspaceId}::uuid
          ${after ? Prisma.sql`AND (lower(u.name), u.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.empty}
        ORDER BY lower(u.name), u.id LIMIT ${limit + 1}`,
    );
    const { data, nextCursor } = cutPage(found, limit, (last) => [last.sortName, last.id]);
    return { data: data.map(({ sortName: _, ...member }) => member), nextCursor };
  },
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

/** Rows of a list that runs newest first, older than the cursor. `t` is the table's alias. */
function olderThan(cursor: string | undefined): Prisma.Sql {
  const after = decodeCursor(cursor, NewestCursor);
  return after
    ? Prisma.sql`AND (t.created_at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
}

export const listInvitations = query({
  name: "invitation.list",
  summary: "Invitations that can still be accepted, newest first",
  allow: "member:write",
  http: { method: "GET", path: "/invitations" },
  input: ListInvitations,
  output: InvitationPage,
  run: async (ctx, { limit, cursor }) => {
    const found = await rows(
      ctx.tx,
      Invitation,
      Prisma.sql`
        SELECT t.id, t.email, t.role::text, u.name AS "invitedBy", ${instantSql(Prisma.sql`t.created_at`)} AS "createdAt",
               ${instantSql(Prisma.sql`t.expires_at`)} AS "expiresAt"
        FROM invitation AS t LEFT JOIN app_user AS u ON u.id = t.invited_by_id
        WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.accepted_at IS NULL AND t.revoked_at IS NULL
          AND t.expires_at > ${ctx.now} ${olderThan(cursor)}
        ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit + 1}`,
    );
    return cutPage(found, limit, (last) => [last.createdAt, last.id]);
  },
});

export const listTokens = query({
  name: "token.list",
  summary: "API tokens that work, newest first; when each was last used is known to the hour",
  allow: "token:write",
  http: { method: "GET", path: "/tokens" },
  input: ListTokens,
  output: TokenPage,
  run: async (ctx, { limit, cursor }) => {
    const found = await rows(
      ctx.tx,
      Token,
      Prisma.sql`
        SELECT t.id, t.name, t.role::text, u.name AS "createdBy", ${instantSql(Prisma.sql`t.created_at`)} AS "createdAt",
               ${instantSql(Prisma.sql`t.last_used_at`)} AS "lastUsedAt"
        FROM api_token AS t LEFT JOIN app_user AS u ON u.id = t.created_by_id
        WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.revoked_at IS NULL ${olderThan(cursor)}
        ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit + 1}`,
    );
    return cutPage(found, limit, (last) => [last.createdAt, last.id]);
  },
});

export const listAudit = query({
  name: "audit.list",
  summary: "Who did what, newest first",
  allow: "workspace:read",
  http: { method: "GET", path: "/audit" },
  input: ListAudit,
  output: AuditPage,
  run: async (ctx, { entity, entityId, from, to, limit, cursor }) => {
    const after = decodeCursor(cursor, NewestCursor);
    const found = await rows(
      ctx.tx,
      AuditEntry,
      Prisma.sql`
        SELECT a.id, ${instantSql(Prisma.sql`a.at`)} AS at, a.operation, a.entity, a.entity_id AS "entityId", a.label, a.changes,
               json_build_object('kind', a.actor_kind, 'id', a.actor_id, 'name', a.actor_name) AS actor
        FROM audit_entry AS a
        WHERE a.workspace_id = ${ctx.workspaceId}::uuid
          ${entity ? Prisma.sql`AND a.entity = ${entity}` : Prisma.empty}
          ${entityId ? Prisma.sql`AND a.entity_id = ${entityId}::uuid` : Prisma.empty}
          ${from ? Prisma.sql`AND a.at >= ${from}::timestamptz` : Prisma.empty}
          ${to ? Prisma.sql`AND a.at < ${to}::timestamptz` : Prisma.empty}
          ${after ? Prisma.sql`AND (a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.empty}
        ORDER BY a.at DESC, a.id DESC LIMIT ${limit + 1}`,
    );
    return cutPage(found, limit, (last) => [last.at, last.id]);
  },
});
