import type { Role } from "./permissions";

/** A workspace id that was looked up for this request. Only `mintWorkspaceId` makes one, and only this folder calls it. */
export type WorkspaceId = string & { readonly __brand: "WorkspaceId" };

/** The cast is the point: whoever calls this has just read the id through one of the database's doors. */
export function mintWorkspaceId(id: string): WorkspaceId {
  return id as WorkspaceId;
}

export type Actor =
  | { kind: "member"; id: string; name: string }
  | { kind: "token"; id: string; name: string }
  | { kind: "job"; id: null; name: string }
  | { kind: "cli"; id: null; name: string };

/** Who asks, where, with what role, when. Made once per request by a door; the same for every operation of it. */
export type Context = {
  workspaceId: WorkspaceId;
  workspace: { slug: string; name: string; timeZone: string; currency: string };
  actor: Actor;
  role: Role;
  requestId: string;
  /** When it was asked; in a command, when what it writes is recorded: that instant, or its transaction's where that is later. */
  now: Date;
};

/** The member's user id, for columns that point at people; null for tokens, jobs and the command line. */
export function actorUserId(actor: Actor): string | null {
  return actor.kind === "member" ? actor.id : null;
}
