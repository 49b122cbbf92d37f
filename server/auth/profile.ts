import { db } from "@/server/db/client";

/** What someone says of themselves. `locale` null: their language follows the browser. */
export async function updateProfile(
  userId: string,
  profile: { name: string; locale: string | null },
): Promise<void> {
  await db().user.update({ where: { id: userId }, data: profile, select: { id: true } });
}
