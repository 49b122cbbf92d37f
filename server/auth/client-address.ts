import ipaddr from "ipaddr.js";

/**
 * The address a request comes from, for counting: the rightmost of X-Forwarded-For, which our own web server writes
 * (what a client sent stands to the left of it). An IPv6 household counts as one: its /64.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (!ipaddr.isValid(last)) return "unknown";
  const address = ipaddr.process(last);
  if (address.kind() === "ipv4") return address.toString();
  const half = address.toByteArray().slice(0, 8);
  return `${ipaddr.fromByteArray([...half, 0, 0, 0, 0, 0, 0, 0, 0])}/64`;
}

/** The network an address (as `clientAddress` gives it) belongs to: of IPv4 its /24, of IPv6 the /64 it already is. */
export function networkOf(address: string): string {
  return ipaddr.IPv4.isValid(address) ? address.replace(/\.\d+$/, ".0/24") : address;
}
