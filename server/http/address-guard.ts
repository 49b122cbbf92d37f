import ipaddr from "ipaddr.js";

/** A range of addresses that may be contacted although it is not public. */
export type Cidr = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parses "127.0.0.0/8" and the like; throws on what is not a network. */
export function parseCidrs(list: readonly string[]): Cidr[] {
  return list.map((text) => ipaddr.parseCIDR(text));
}

/**
 * May a feed be fetched from this address? Only from public unicast ones: not from this machine, its networks, a cloud's
 * metadata service, or through an IPv6 address that carries one of those inside (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string, allow: readonly Cidr[] = []): boolean {
  // Brackets and zone ids ("[fe80::1%eth0]") belong to addresses in URLs and sockets.
  const bare = text.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return false;
  const address = ipaddr.process(bare);
  if (allow.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits)))
    return true;
  if (address.range() !== "unicast" || isCloudService(address)) return false;
  // Of IPv6 only 2000::/3 is handed out; ::127.0.0.1 (IPv4-compatible, long deprecated) would count as unicast.
  return address.kind() === "ipv4" || address.match(ipaddr.parseCIDR("2000::/3"));
}

/** Azure serves its machines' secrets from an address that looks public; the other clouds' lie in ranges of their own. */
function isCloudService(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.toString() === "168.63.129.16";
}

export type UrlProblem = "scheme" | "credentials" | "address" | "invalid";

/** What is wrong with fetching this address, before any name is resolved; null when nothing is. */
export function urlProblem(text: string, allow: readonly Cidr[] = []): UrlProblem | null {
  if (!URL.canParse(text)) return "invalid";
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "scheme";
  if (url.username !== "" || url.password !== "") return "credentials";
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (host === "") return "invalid";
  // URL has written 0x7f.1 and 2130706433 as 127.0.0.1 by now; what is an address must be a permitted one.
  if (ipaddr.isValid(host)) return isPublicAddress(host, allow) ? null : "address";
  // What URL lets through ("127.0.0.1!") but no name server knows: some resolvers make something of it.
  if (!/^[a-z\d._-]+$/.test(host)) return "invalid";
  if (allow.length > 0) return null;
  // Names that never leave this machine or network. What other names resolve to is checked where the socket connects.
  return !host.includes(".") || /\.(localhost|local|internal|home\.arpa|lan)$/.test(host) ? "address" : null;
}
