/** The seven ways a request can fail that a person can do something about, and their HTTP status. */
export const errorStatus = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Field path → what is wrong with it. Paths are dotted: "amount.value". */
export type FieldErrors = Record<string, string>;

/** What leaves the server when something expected goes wrong. `values` fill the translated message of `key`. */
export type ErrorBody = {
  code: ErrorCode | "INTERNAL";
  message: string;
  /** Message key under "errors" when the screens have a translation; REST clients read `message`. */
  key?: string;
  values?: Record<string, string | number>;
  fields?: FieldErrors;
  /** Where in a typed text it is, in characters from its beginning. */
  at?: number;
  /** A stale write: what was sent, and the record as it is by now. */
  conflict?: Conflict;
  requestId?: string;
};

export type Conflict = { sent: { version: number; [field: string]: unknown }; current: { version: number } };

type Details = Pick<ErrorBody, "key" | "values" | "fields" | "at" | "conflict">;

/** An expected failure. `message` is an English sentence saying what, where and what to do. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Details = {},
  ) {
    super(message);
    this.name = "AppError";
  }

  body(requestId?: string): ErrorBody {
    return { code: this.code, message: this.message, ...this.details, ...(requestId ? { requestId } : {}) };
  }
}

export function notFound(noun: string): AppError {
  return new AppError("NOT_FOUND", `There is no such ${noun} in this workspace.`, {
    key: "notFound",
    values: { noun },
  });
}

/** The database does not answer for now: nothing was changed, and trying again later helps. */
export function unavailable(): AppError {
  return new AppError(
    "UNAVAILABLE",
    "The database is busy or restarting. Nothing was changed; try again in a few seconds.",
    { key: "unavailable" },
  );
}

export function conflict(message: string, details?: Details): AppError {
  return new AppError("CONFLICT", message, details);
}

/** A stale write: the record moved on since the person read it. */
export function staleVersion(noun: string, sent: Conflict["sent"], current: Conflict["current"]): AppError {
  return conflict(
    `This ${noun} was changed by someone else (you edited version ${sent.version}, it is at ${current.version}). Reload it and apply your change again.`,
    {
      key: "stale",
      values: { noun, sent: sent.version, current: current.version },
      conflict: { sent, current },
    },
  );
}

export function invalid(fields: FieldErrors, message?: string): AppError {
  const first = Object.entries(fields)[0];
  const sentence = message ?? (first ? `${first[0]}: ${first[1]}` : "The input is not valid.");
  return new AppError("INVALID", sentence, { fields });
}
