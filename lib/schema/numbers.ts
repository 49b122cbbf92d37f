import { z } from "zod";

/**
 * A whole number from `min` to `max`, in JSON or as text in an address or a form. `outside` says what it must be when it is
 * another one. One that may be left out says `prefault` instead of `default`, which would not be published.
 */
export function wholeNumber(min: number, max: number, outside = `must be from ${min} to ${max}`) {
  const number = z
    .number({
      error: ({ input }) => (input === undefined ? "is missing" : "must be a number"),
    })
    .int({ error: "must be a whole number" })
    .min(min, { error: outside })
    .max(max, { error: outside });
  // What a preprocessed schema takes is not published by itself.
  return z.preprocess(fromText, number).meta({ type: "integer", minimum: min, maximum: max });
}

/** Empty text is no number, not 0. */
function fromText(raw: unknown): unknown {
  if (typeof raw !== "string") return raw;
  return raw.trim() === "" ? undefined : Number(raw);
}
