import { operations } from "@/features/registry";
import { openApiDocument } from "@/server/rest/openapi";

export function GET(): Response {
  return Response.json(openApiDocument(operations));
}
