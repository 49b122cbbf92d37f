import type { z } from "zod";

/** Something that happened, by name, and what is told of it. Declared by the feature it happens in. */
export type Event<T extends object = object> = { readonly name: string; readonly payload: z.ZodType<T> };

/** `name` is `<noun>.<past participle>`; listeners get the payload with the workspace's id beside it. */
export function event<T extends object>(name: string, payload: z.ZodType<T>): Event<T> {
  return { name, payload };
}
