import { health } from "@/server/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const answer = await health();
  return Response.json(answer, {
    status: answer.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
