import type { ActionResult } from "@/components/form/use-action-form";
import type { Mapping } from "../domain/columns";
import type { ImportAnswer } from "../schema";

/** Sends a file as it is: the browser reads it while it is sent, so its size does not matter. */
export async function uploadNews(
  slug: string,
  file: File,
  mapping: Mapping,
  dryRun: boolean,
): Promise<ActionResult<ImportAnswer>> {
  const format = /\.(jsonl|ndjson)$/i.test(file.name) ? "jsonl" : "csv";
  const options = new URLSearchParams({
    format,
    name: file.name.slice(0, 200),
    dryRun: String(dryRun),
    ...mapping,
  });
  try {
    const response = await fetch(`/api/upload/${slug}/news?${options}`, { method: "POST", body: file });
    // Our own route answers in this shape, also when it refuses.
    return (await response.json()) as ActionResult<ImportAnswer>;
  } catch {
    return { ok: false, error: { code: "OFFLINE", message: "" } };
  }
}
