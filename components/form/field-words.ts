import type { ActionResult } from "./use-action-form";

/**
 * The result with its fields' problems in the reader's language: what the server says of a field is a sentence for programs.
 * A field without words here keeps the server's.
 */
export function inWords<Data>(
  result: ActionResult<Data>,
  words: Readonly<Record<string, string>>,
): ActionResult<Data> {
  if (result.ok || !result.error.fields) return result;
  const fields = Object.fromEntries(
    Object.entries(result.error.fields).map(([name, problem]) => [name, words[name] ?? problem]),
  );
  return { ok: false, error: { ...result.error, fields } };
}
