import { z } from "zod";
import { Id, Instant, Uuid, Version } from "@/lib/schema/shapes";
import { roles } from "@/server/permissions";
import { isCurrency, isTimeZone } from "./domain";

const Name = z
  .string({ error: "must be text" })
  .trim()
  .min(1, { error: "must not be empty" })
  .max(80, { error: "must have at most 80 characters" });

export const RoleInput = z.enum(roles, { error: `must be one of ${roles.join(", ")}` });

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, { error: "must have at most 200 characters" })
  .pipe(z.email({ error: "must be an e-mail address" }));

const CurrencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCurrency, { error: "must be a currency code like USD or CNY" });

const TimeZone = z.string().refine(isTimeZone, { error: "must be a time zone like Asia/Shanghai" });

/** `timeZone`: IANA name in which days, weeks and months are cut. `currency`: ISO 4217, what new amounts start with. */
export const Workspace = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  /** Does what a rule tagged count as done? Otherwise it stays in the inbox until a person confirms it. */
  ruleTagsSuffice: z.boolean(),
  demo: z.boolean(),
  version: z.number().int(),
  createdAt: Instant,
});
export type Workspace = z.infer<typeof Workspace>;

export const GetWorkspace = z.object({}).strict();

/** Fields left out stay as they are; without `version` the last write wins. */
export const UpdateWorkspace = z
  .object({
    name: Name.optional(),
    timeZone: TimeZone.optional(),
    currency: CurrencyCode.optional(),
    ruleTagsSuffice: z.boolean().optional(),
    version: Version.optional(),
  })
  .strict();

/** `confirm`: the workspace's name, so that nobody removes one by a slip. */
export const DeleteWorkspace = z.object({ confirm: z.string() }).strict();

/** Someone who belongs to the workspace. `id` is the person's. */
export const Member = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  joinedAt: Instant,
  version: z.number().int(),
});
export type Member = z.infer<typeof Member>;

/** Fields left out stay as they are; without `version` the last write wins. */
export const ChangeRole = z
  .object({ id: Uuid, role: RoleInput.optional(), version: Version.optional() })
  .strict();
export const RemoveMember = z.object({ id: Uuid, version: Version.optional() }).strict();

/** An invitation that can still be accepted. */
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: z.enum(roles),
  invitedBy: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

export const CreateInvitation = z.object({ email: Email, role: RoleInput }).strict();

/** `link` is told this once; the database keeps only its hash. */
export const CreatedInvitation = Invitation.extend({ link: z.string() });

export const RevokeInvitation = z.object({ id: Uuid }).strict();

export const Token = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(roles),
  createdBy: z.string().nullable(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type Token = z.infer<typeof Token>;

export const CreateToken = z.object({ name: Name, role: RoleInput }).strict();

/** `secret` is told this once; the database keeps only its hash. */
export const CreatedToken = Token.extend({ secret: z.string() });

export const RevokeToken = z.object({ id: Uuid }).strict();

export const RemovedThing = z.object({ id: Id });

export const actorKinds = ["member", "token", "job", "cli"] as const;

/** What can be asked for by kind in the activity list. */
export const auditEntities = [
  "news",
  "company",
  "deal",
  "thesis",
  "feed",
  "member",
  "invitation",
  "token",
  "workspace",
  "agreementRound",
  "agreementReading",
  "note",
  "view",
  "rule",
  "run",
  "tagBatch",
  "newsImport",
  "suggestionTraining",
] as const;

/** Who did what, when. `changes`: field → [before, after]; `label`: what the thing was called then. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.object({ kind: z.enum(actorKinds), id: Id.nullable(), name: z.string() }),
  operation: z.string(),
  entity: z.string(),
  entityId: Id.nullable(),
  label: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
