import { AppError, conflict } from "@/server/errors";
import { mayGive, type Role, roles } from "@/server/permissions";

/** Pure rules of workspaces and their members. */

/** The ways to sort evidence that a new workspace starts with. */
export const defaultFacets = [
  { slug: "focus", name: { en: "Focus areas", zh: "关注方向" } },
  { slug: "element", name: { en: "Elements of AGI", zh: "AGI 要素" } },
] as const;

/** The pipeline a new workspace starts with. */
export const defaultPipeline = {
  slug: "investments",
  name: { en: "Investments", zh: "投资" },
  stages: [
    { slug: "sourced", name: { en: "Sourced", zh: "线索" }, kind: "open" },
    { slug: "first-call", name: { en: "First call", zh: "首次沟通" }, kind: "open" },
    { slug: "diligence", name: { en: "Diligence", zh: "尽职调查" }, kind: "open" },
    { slug: "committee", name: { en: "Committee", zh: "投决会" }, kind: "open" },
    { slug: "term-sheet", name: { en: "Term sheet", zh: "条款清单（TS）" }, kind: "open" },
    { slug: "closed", name: { en: "Closed", zh: "已交割" }, kind: "won" },
    { slug: "passed", name: { en: "Passed", zh: "已放弃" }, kind: "lost" },
  ],
} as const satisfies {
  slug: string;
  name: { en: string; zh: string };
  stages: readonly { slug: string; name: { en: string; zh: string }; kind: "open" | "won" | "lost" }[];
};

/** How long an invitation's link works. */
export const invitationDays = 7;

/** "Blue Cliff Capital" → "blue-cliff-capital"; null when a name has no Latin letter or digit to make a slug of. */
export function slugOf(name: string): string | null {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return slug.length >= 2 ? slug : null;
}

export function isTimeZone(name: string): boolean {
  try {
    // Offsets like "+08:00" are accepted by Intl but know no summer time, and PostgreSQL reads their sign the other way.
    return (
      new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "" &&
      !/^[+-]/.test(name)
    );
  } catch {
    return false;
  }
}

/** Is this an ISO 4217 code that amounts can be in? */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/** Every time zone there is, as the settings offer them. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/** The roles someone may hand out, lowest first. */
export function givableRoles(giver: Role): Role[] {
  return roles.filter((role) => mayGive(giver, role));
}

/** Throws FORBIDDEN unless `giver` may make someone `given`. */
export function checkMayGive(giver: Role, given: Role): void {
  if (mayGive(giver, given)) return;
  throw new AppError(
    "FORBIDDEN",
    `The role ${giver} may not give the role ${given}: nobody hands out more than they have.`,
    {
      key: "roleTooHigh",
      values: { giver, given },
    },
  );
}

/** Throws FORBIDDEN unless `giver` may touch a member who is `current` now. */
export function checkMayTouch(giver: Role, current: Role): void {
  if (mayGive(giver, current)) return;
  throw new AppError("FORBIDDEN", `The role ${giver} may not change a member who is ${current}.`, {
    key: "memberAbove",
    values: { giver, current },
  });
}

/** Throws CONFLICT when a workspace would be left without an owner. `owners`: how many it has now. */
export function checkOwnerRemains(current: Role, next: Role | null, owners: number): void {
  if (current !== "owner" || next === "owner" || owners > 1) return;
  throw conflict("This is the workspace's last owner. Make someone else owner first.", { key: "lastOwner" });
}
