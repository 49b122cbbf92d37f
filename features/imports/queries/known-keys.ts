import { knownItems } from "@/features/news/queries/known-items";
import { type QueryContext, query } from "@/server/operation";
import { KnownKeys, WantedItems } from "../schema";

export const importedKeys = query({
  name: "import.known",
  summary: "Which items of a file are here already",
  allow: "news:write",
  input: WantedItems,
  output: KnownKeys,
  run: async (ctx, { items }) => ({ keys: [...(await knownKeys(ctx, items))] }),
});

/** The keys of those that came before, by whichever way. */
export async function knownKeys(
  ctx: QueryContext,
  items: readonly { key: string; url: string | null }[],
): Promise<Set<string>> {
  return new Set((await knownItems(ctx, items)).map(({ key }) => key));
}
