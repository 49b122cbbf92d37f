import { createHash } from "node:crypto";

/**
 * One item in ten never shows suggestions, so that what they do to people's tags can be measured. Decided by the id alone:
 * the same item is always in or out. Its twin in SQL is `heldOutSql`.
 */
export function isHeldOut(newsId: string): boolean {
  const first = createHash("md5").update(newsId.toLowerCase()).digest().readUInt32BE(0);
  return first % 10 === 0;
}
