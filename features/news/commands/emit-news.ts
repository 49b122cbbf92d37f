import type { CommandContext } from "@/server/operation";

/** Ids in one event: what listens works on many at once, but not on any number. */
const most = 500;

/** Tells the workers which items came in (`news.arrived`) or say something else than before (`news.changed`). */
export function emitNews(
  ctx: CommandContext,
  event: "news.arrived" | "news.changed",
  ids: readonly string[],
): void {
  for (let start = 0; start < ids.length; start += most)
    ctx.emit(event, { ids: ids.slice(start, start + most) });
}
