import { describe, expect, it } from "vitest";
import { isPublicAddress, parseCidrs, urlProblem } from "./address-guard";

const allow = parseCidrs(["127.0.0.0/8"]);

describe("addresses", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "0.1.2.3",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.5",
    "240.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "168.63.129.16",
    "192.88.99.1",
    "3fff::1",
    "64:ff9b:1::a00:1",
    "fec0::1",
    "not an address",
  ])("refuses %s", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["93.184.215.14", "1.1.1.1", "2606:4700::1111", "[2606:4700::1111]"])("permits %s", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it("permits what the configuration allows, and nothing beside it", () => {
    expect(isPublicAddress("127.0.0.1", allow)).toBe(true);
    expect(isPublicAddress("::ffff:127.0.0.1", allow)).toBe(true);
    expect(isPublicAddress("10.0.0.1", allow)).toBe(false);
  });

  it.each([
    ["http://localhost/", "address"],
    ["http://2130706433/", "address"],
    ["http://0x7f.1/", "address"],
    ["http://0177.0.0.1/", "address"],
    ["http://[::ffff:7f00:1]/", "address"],
    ["http://①②⑦.⓪.⓪.①/", "address"],
    ["http://metadata.google.internal/", "address"],
    ["http://intranet/", "address"],
    ["http://user:pass@example.com/", "credentials"],
    ["file:///etc/passwd", "scheme"],
    ["gopher://example.com/", "scheme"],
    ["dict://", "scheme"],
    ["no address", "invalid"],
    ["http://127.0.0.1./", "address"],
    ["http://127.0.0.1!/", "invalid"],
    ["http://127.1.1.1:80\\@@127.2.2.2:80/", "address"],
    ["http://[::]/", "address"],
    ["http://0/", "address"],
    ["http://printer.local/", "address"],
  ])("says what is wrong with %s", (url, problem) => expect(urlProblem(url)).toBe(problem));
});
