import { cache } from "react";
import { z } from "zod";
import { type Context, mintWorkspaceId } from "@/server/context";
import { db } from "@/server/db/client";
import { AppError, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type Role, roles } from "@/server/permissions";
import { hashSecret } from "@/server/secrets";

/**
 * How a request gets its context: as a member (page, server action), with an API token, as a background job, from the
 * command line. Each reads the workspace and the role now, through one of the database's `door_` functions.
 */

const workspaceRow = {
  workspace_id: z.string(),
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  currency: z.string(),
};
const WorkspaceRow = z.object(workspaceRow);
const MemberRow = z.object({ ...workspaceRow, role: z.enum(roles), user_name: z.string() });
const TokenRow = z.object({
  ...workspaceRow,
  role: z.enum(roles),
  token_id: z.string(),
  token_name: z.string(),
  last_used_at: z.date().nullable(),
});

function context(
  row: z.infer<typeof WorkspaceRow>,
  actor: Context["actor"],
  role: Role,
  requestId: string,
): Context {
  return {
    workspaceId: mintWorkspaceId(row.workspace_id),
    workspace: { slug: row.slug, name: row.name, timeZone: row.time_zone, currency: row.currency },
    actor,
    role,
    requestId,
    now: new Date(),
  };
}

/** A signed-in person in a workspace. Someone who is no member, or whose session died, learns nothing of it. */
export async function memberContext(
  session: { userId: string; version: number },
  slug: string,
  requestId: string = newId(),
) {
  const [found] = await db().$queryRaw<
    unknown[]
  >`SELECT * FROM door_member(${session.userId}::uuid, ${session.version}::int, ${slug})`;
  if (!found) throw notFound("workspace");
  const row = MemberRow.parse(found);
  return context(row, { kind: "member", id: session.userId, name: row.user_name }, row.role, requestId);
}

/** Whoever holds an API token. When it was last used is kept to the hour: a write per call would be waste. */
export async function tokenContext(secret: string, requestId: string = newId()): Promise<Context> {
  const [found] = await db().$queryRaw<unknown[]>`SELECT * FROM door_token(${hashSecret(secret)})`;
  if (!found) {
    throw new AppError(
      "UNAUTHENTICATED",
      "This API token is not valid. Make one in the settings or with the command line.",
    );
  }
  const row = TokenRow.parse(found);
  const made = context(row, { kind: "token", id: row.token_id, name: row.token_name }, row.role, requestId);
  if (!row.last_used_at || made.now.getTime() - row.last_used_at.getTime() > 3_600_000)
    await touchToken(made);
  return made;
}

async function touchToken(made: Context): Promise<void> {
  await db().$transaction([
    db().$executeRaw`SELECT set_config('app.workspace_id', ${made.workspaceId}, true)`,
    db().$executeRaw`UPDATE api_token SET last_used_at = ${made.now} WHERE id = ${made.actor.id}::uuid`,
  ]);
}

const ViewLinkRow = z.object({
  ...workspaceRow,
  workspace_name: z.string(),
  link_id: z.string(),
  name: z.string(),
  record: z.string(),
  filter: z.unknown(),
  sort: z.string().nullable(),
  columns: z.array(z.string()),
});
export type LinkedView = Pick<z.infer<typeof ViewLinkRow>, "name" | "record" | "filter" | "sort" | "columns">;

/** Whoever has a view's link, and the view: they see what a viewer may, whoever made the link. NOT_FOUND when it ended. */
export async function viewLinkContext(secret: string): Promise<{ context: Context; view: LinkedView }> {
  const [found] = await db().$queryRaw<unknown[]>`SELECT * FROM door_view_link(${hashSecret(secret)})`;
  if (!found) throw notFound("view at this address");
  const { link_id, workspace_name, ...row } = ViewLinkRow.parse(found);
  const actor = { kind: "token", id: link_id, name: `link to ${row.name}` } as const;
  return { context: context({ ...row, name: workspace_name }, actor, "viewer", newId()), view: row };
}

async function workspaceRowOf(slugOrId: string) {
  const [found] = await db().$queryRaw<unknown[]>`SELECT * FROM door_workspace(${slugOrId})`;
  if (!found) throw notFound("workspace");
  return WorkspaceRow.parse(found);
}

/** A background job of a workspace: it acts with the rights an admin has, and says in the audit that it was the job. */
export async function jobContext(workspaceId: string, job: string): Promise<Context> {
  return context(await workspaceRowOf(workspaceId), { kind: "job", id: null, name: job }, "admin", newId());
}

/** Whoever has a shell on the server owns the workspace anyway. */
export async function cliContext(workspace: string): Promise<Context> {
  return context(
    await workspaceRowOf(workspace),
    { kind: "cli", id: null, name: "command line" },
    "owner",
    newId(),
  );
}

const MyWorkspace = z.object({ id: z.string(), slug: z.string(), name: z.string(), role: z.enum(roles) });
export type MyWorkspace = z.infer<typeof MyWorkspace>;

/** The workspaces someone belongs to, by name. Once per request. */
export const workspacesOf = cache(async (userId: string): Promise<MyWorkspace[]> => {
  const found = await db().$queryRaw<unknown[]>`SELECT * FROM door_workspaces(${userId}::uuid)`;
  return found.map((row) => MyWorkspace.parse(row));
});
