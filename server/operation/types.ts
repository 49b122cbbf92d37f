import type { z } from "zod";
import type { Context } from "@/server/context";
import type { Tx } from "@/server/db/client";
import type { Event } from "@/server/events";
import type { Permission } from "@/server/permissions";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Field → [before, after]. */
export type Changes = Record<string, [Json, Json]>;

export type AuditInput = { entity: string; entityId: string; label: string; changes?: Changes };

export type QueryContext = Context & {
  tx: Tx;
  /** The instant whose knowledge is asked for, and which `now` is then; null: the present. */
  asOf: Date | null;
  can(permission: Permission): boolean;
};

export type CommandContext = QueryContext & {
  /** Says what this command changed. At least once per command that changed something. */
  audit(entry: AuditInput): void;
  /** Tells the workers, once the transaction commits. */
  emit<T extends object>(event: Event<T>, payload: NoInfer<T>): void;
  /** The change is bookkeeping nobody needs to read about (a schedule moved on, a token was used). */
  unaudited(): void;
};

/** The REST door: method, path under /api/v1 with {parameters}, and the status of success (200 unless told). */
export type HttpDoor = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: string;
  /** 202: the answer is a run to follow; what could be answered at once is 200. */
  status?: 200 | 201 | 202;
};

export type Definition<I extends z.ZodType, O extends z.ZodType, C> = {
  /** `<noun>.<verb>` */
  name: string;
  /** One line for the API's readers. */
  summary: string;
  allow: Permission;
  http?: HttpDoor;
  input: I;
  output: O;
  /** The answer holds a secret: it is not kept for a repeated Idempotency-Key. */
  secretAnswer?: true;
  run(ctx: C, input: z.output<I>): Promise<z.output<O>>;
};

/** What the registry, the router and the generated tests see of an operation. */
export type AnyOperation = {
  readonly name: string;
  readonly kind: "query" | "command";
  readonly summary: string;
  readonly allow: Permission;
  readonly http?: HttpDoor;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Its input may say `asOf`. */
  readonly asOf?: true;
  /** Throws FORBIDDEN when the role lacks the permission; `call` does so itself. */
  mustBeAllowed(context: Context): void;
  /** The same call with an input nobody has looked at yet: the doors' way in. Text that is none is refused. */
  call(context: Context, raw: unknown, options?: CallOptions): Promise<unknown>;
};

export type CallOptions = { idempotencyKey?: string };

export type Operation<I extends z.ZodType, O extends z.ZodType> = Omit<AnyOperation, "call"> & {
  (context: Context, input: z.input<I>): Promise<z.output<O>>;
  call(context: Context, raw: unknown, options?: CallOptions): Promise<z.output<O>>;
};
