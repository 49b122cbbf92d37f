import { Prisma } from "@/server/db/client";
import { isUuid } from "@/server/ids";
import type { QueryContext } from "@/server/operation";
import { roles } from "@/server/permissions";
import { foldedSql, lookupBy } from "@/server/record/lookup";
import { type Alias, record } from "@/server/record/record";
import { actorKinds, auditEntities } from "./schema";

/** The people of the workspace. A member is named by id, name or e-mail address. */
export const memberRecord = record({
  name: "members",
  table: Prisma.sql`(SELECT m.workspace_id, u.id, u.name, u.email, m.role, m.joined_at, m.version
    FROM membership AS m JOIN app_user AS u ON u.id = m.user_id)`,
  alias: "m",
  read: "workspace:read",
  people: true,
  referred: {
    lookup: lookupBy(
      ({ names, workspace }) => Prisma.sql`
        SELECT u.id, n.name, n.own FROM membership AS m JOIN app_user AS u ON u.id = m.user_id, LATERAL (VALUES
          (u.id::text, true), (u.email, true), (${foldedSql(Prisma.sql`u.name`)}, false)) AS n (name, own)
        WHERE m.workspace_id = ${workspace} AND n.name = ANY(${names})`,
    ),
    called: (
      id,
    ) => Prisma.sql`SELECT json_build_object('value', u.id, 'label', json_build_object('en', u.name, 'zh', u.name))
      FROM app_user AS u WHERE u.id = ${id}`,
  },
  fields: {
    name: { kind: "text", sql: (m) => Prisma.sql`${m}.name`, sortable: (m) => Prisma.sql`lower(${m}.name)` },
    email: { kind: "text", sql: (m) => Prisma.sql`${m}.email` },
    role: {
      kind: "choice",
      type: "Role",
      values: roles,
      names: "role",
      sql: (m) => Prisma.sql`${m}.role`,
      facet: true,
      audited: true,
    },
    joined: { kind: "instant", shown: "joinedAt", sql: (m) => Prisma.sql`${m}.joined_at`, sortable: true },
  },
});

/** SQL conditions: what the audit says of invitations and tokens names addresses and tokens, and is for who may list those. */
export function auditShown(ctx: Pick<QueryContext, "can">, a: Alias): Prisma.Sql[] {
  const kept = [
    ...(ctx.can("member:write") ? [] : ["invitation"]),
    ...(ctx.can("token:write") ? [] : ["token"]),
  ];
  return kept.length === 0 ? [] : [Prisma.sql`${a}.entity <> ALL(${kept}::text[])`];
}

/** Who did what. */
export const auditRecord = record({
  name: "audit",
  table: Prisma.sql`audit_entry`,
  alias: "a",
  read: "workspace:read",
  aliases: [
    { param: "from", field: "at", op: "gte" },
    { param: "to", field: "at", op: "lt" },
  ],
  fields: {
    at: { kind: "instant", sql: (a) => Prisma.sql`${a}.at`, sortable: true },
    operation: { kind: "choice", sql: (a) => Prisma.sql`${a}.operation`, facet: true },
    entity: {
      kind: "choice",
      values: auditEntities,
      names: "entity",
      sql: (a) => Prisma.sql`${a}.entity`,
      facet: true,
    },
    entityId: {
      kind: "choice",
      optional: true,
      type: "uuid",
      read: (text) => (isUuid(text) ? text : null),
      sql: (a) => Prisma.sql`${a}.entity_id`,
    },
    label: { kind: "text", sql: (a) => Prisma.sql`${a}.label` },
    actor: { kind: "ref", optional: true, to: "members", sql: (a) => Prisma.sql`${a}.actor_id`, facet: true },
    actorKind: {
      kind: "choice",
      type: "ActorKind",
      values: actorKinds,
      names: "actorKind",
      sql: (a) => Prisma.sql`${a}.actor_kind`,
    },
    by: { kind: "text", sql: (a) => Prisma.sql`${a}.actor_name` },
  },
});

/** Invitations that nobody took or withdrew. */
export const invitationRecord = record({
  name: "invitations",
  table: Prisma.sql`(SELECT * FROM invitation WHERE accepted_at IS NULL AND revoked_at IS NULL)`,
  alias: "v",
  read: "member:write",
  fields: {
    email: { kind: "text", sql: (v) => Prisma.sql`${v}.email`, sortable: true },
    role: { kind: "choice", type: "Role", values: roles, names: "role", sql: (v) => Prisma.sql`${v}.role` },
    created: { kind: "instant", shown: "createdAt", sql: (v) => Prisma.sql`${v}.created_at`, sortable: true },
  },
});

/** API tokens that work. */
export const tokenRecord = record({
  name: "tokens",
  table: Prisma.sql`(SELECT * FROM api_token WHERE revoked_at IS NULL)`,
  alias: "k",
  read: "token:write",
  fields: {
    name: { kind: "text", sql: (k) => Prisma.sql`${k}.name`, sortable: (k) => Prisma.sql`lower(${k}.name)` },
    role: { kind: "choice", type: "Role", values: roles, names: "role", sql: (k) => Prisma.sql`${k}.role` },
    created: { kind: "instant", shown: "createdAt", sql: (k) => Prisma.sql`${k}.created_at`, sortable: true },
  },
});
