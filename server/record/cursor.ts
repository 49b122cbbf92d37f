import type { z } from "zod";
import { invalid } from "@/server/errors";

/** A keyset cursor: the sort values of the last row seen. Opaque to clients, checked when it comes back. */
export function encodeCursor(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

export function decodeCursor<S extends z.ZodType>(cursor: string | undefined, schema: S): z.output<S> | null {
  if (cursor === undefined || cursor === "") return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw invalid({ cursor: "is not one this list gave out. Start again from the first page." });
  }
}

/** Cuts a page of `limit` rows out of `limit + 1` read; the cursor is made from the last row given. */
export function cutPage<T>(
  found: T[],
  limit: number,
  key: (last: T) => readonly (string | null)[],
): { data: T[]; nextCursor: string | null } {
  const data = found.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: found.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
