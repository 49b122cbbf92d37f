/**
 * Who may do what. One table; operations name a permission, never a role. Roles stand in order: each has all that the
 * one before it has.
 */
export const roles = ["viewer", "analyst", "partner", "admin", "owner"] as const;
export type Role = (typeof roles)[number];

const grantedFrom = {
  "workspace:read": "viewer",
  "thesis:read": "viewer",
  "news:read": "viewer",
  "company:read": "viewer",
  "deal:read": "viewer",
  "trend:read": "viewer",
  "thesis:write": "analyst",
  "news:write": "analyst",
  "company:write": "analyst",
  "deal:write": "analyst",
  "tag:write": "analyst",
  "note:write": "analyst",
  "view:share": "analyst",
  "feed:refresh": "analyst",
  "deal:confidential": "partner",
  "agreement:direct": "partner",
  "feed:write": "admin",
  "member:write": "admin",
  "token:write": "admin",
  "workspace:write": "admin",
  "workspace:delete": "owner",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof grantedFrom;
export const permissions = Object.keys(grantedFrom) as Permission[];

/** Does `role` grant `permission`? */
export function grants(role: Role, permission: Permission): boolean {
  return roles.indexOf(role) >= roles.indexOf(grantedFrom[permission]);
}

/** May someone of role `giver` give, change or take away role `given`? Nobody hands out more than they have. */
export function mayGive(giver: Role, given: Role): boolean {
  return grants(giver, "member:write") && roles.indexOf(given) <= roles.indexOf(giver);
}
