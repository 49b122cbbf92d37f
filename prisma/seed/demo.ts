import { readFileSync } from "node:fs";
import path from "node:path";
import { parseOpml } from "@/features/feeds/formats/opml";
import { createWorkspace } from "@/features/workspaces/commands/create";
import { hashPassword } from "@/server/auth/passwords";
import { ownerDb } from "@/server/db/owner";
import { newId } from "@/server/ids";
import { newPassword } from "@/server/secrets";
import { loadDemo } from "./demo/schema";
import { seedCompanies, seedDeals, seedNews } from "./demo-records";
import { seedRules } from "./demo-rules";
import { seedTheses } from "./demo-theses";
import type { Owner } from "./owner";

const email = "demo@throughline.local";

/**
 * Makes the demo workspace and its owner in a database nobody has an account in; elsewhere (also after the demo was
 * removed) does nothing and returns null. All of it in one transaction: a killed first start leaves nothing half made.
 */
export async function seedDemo({
  databaseUrl,
}: {
  databaseUrl: string;
}): Promise<{ email: string; password: string } | null> {
  const owner = ownerDb(databaseUrl);
  try {
    if ((await owner.user.count()) > 0) return null;
    const demo = loadDemo();
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    await owner.$transaction(
      async (tx) => {
        const workspace = await createWorkspace(tx, {
          name: "Demo: AI focus areas of 2024",
          slug: "demo",
          timeZone: "Asia/Shanghai",
          demo: true,
        });
        const user = await tx.user.create({ data: { id: newId(), email, name: "Demo owner", passwordHash } });
        await tx.membership.create({ data: { workspaceId: workspace.id, userId: user.id, role: "owner" } });
        const theses = await seedTheses(tx, workspace.id, demo.theses, demo.claims);
        const companies = await seedCompanies(tx, workspace.id, demo.companies, theses);
        await seedNews(tx, workspace.id, demo.news, theses, companies);
        await seedDeals(tx, workspace.id, demo.deals, theses, companies, user.id);
        await seedRules(tx, workspace.id, demo.rules, theses);
        await seedFeeds(tx, workspace.id);
      },
      { timeout: 120_000, maxWait: 10_000 },
    );
    return { email, password };
  } finally {
    await owner.$disconnect();
  }
}

/** The starting list, paused: nothing is fetched until somebody switches a source on. */
async function seedFeeds(tx: Owner, workspaceId: string): Promise<void> {
  await tx.feed.createMany({
    data: parseOpml(readFileSync(path.resolve("prisma/seed/demo/feeds.opml"))).feeds.map(
      ({ url, title, siteUrl, folder }) => ({
        workspaceId,
        id: newId(),
        url,
        title: title ?? url,
        siteUrl,
        folder,
        status: "paused" as const,
      }),
    ),
  });
}
