import { importNewsFile, importNewsText } from "@/features/imports/commands/import-news";
import { operations } from "@/features/registry";
import { fileHandler, restHandler } from "@/server/rest/router";

const handle = restHandler(operations);
const takeFile = fileHandler(importNewsText, importNewsFile);

/** A JSON request is the operation's own; anything else is a file. */
export function POST(request: Request): Promise<Response> {
  return /^application\/json\b/i.test(request.headers.get("content-type") ?? "")
    ? handle(request)
    : takeFile(request);
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as PUT };
