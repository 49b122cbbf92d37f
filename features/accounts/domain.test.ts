import { expect, it } from "vitest";
import { safePath } from "./domain";

it.each([
  ["/w/fund/news?thesis=moe&from=2024-01-01", "/w/fund/news?thesis=moe&from=2024-01-01"],
  ["/w/fund/theses/多模态", "/w/fund/theses/%E5%A4%9A%E6%A8%A1%E6%80%81"],
  ["/", "/"],
  ["//evil.example/w", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/.//evil.example/login", "/"],
  ["/..//evil.example", "/"],
  ["/./\\evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["/x/../\\evil.example", "/"],
  ["/%2e//evil.example", "/"],
  ["/w//fund", "/w//fund"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
  [undefined, "/"],
])("sign-in with next=%s leads to %s", (next, path) => {
  expect(safePath(next)).toBe(path);
});
