import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "@/server/context";
import { isOver } from "../domain";
import { getRun } from "./runs";

const pollMs = 500;
/** After this a browser asks again, and whether it still may is asked, too. */
const maxMs = 5 * 60_000;

/** A run as server-sent events: how it stands, and again each time it moved, until it is over. NOT_FOUND breaks it off. */
export function followRun(context: Context, id: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const end = Date.now() + maxMs;
  let told = "";
  let left = false;
  return new ReadableStream({
    pull: async (controller) => {
      while (!left && Date.now() < end) {
        const run = await getRun({ ...context, now: new Date() }, { id });
        const said = JSON.stringify(run);
        if (said !== told) {
          told = said;
          controller.enqueue(encoder.encode(`data: ${said}\n\n`));
          if (isOver(run)) controller.close();
          return;
        }
        await pause(pollMs);
      }
      if (!left) controller.close();
    },
    cancel: () => {
      left = true;
    },
  });
}
