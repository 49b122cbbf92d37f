import type { CommandContext } from "@/server/operation";
import { maxIds, type newsArrived, type newsChanged } from "../events";

/** Emits the event as often as it takes to name all items. */
export function emitNews(
  ctx: CommandContext,
  event: typeof newsArrived | typeof newsChanged,
  ids: readonly string[],
): void {
  for (let start = 0; start < ids.length; start += maxIds)
    ctx.emit(event, { ids: ids.slice(start, start + maxIds) });
}
