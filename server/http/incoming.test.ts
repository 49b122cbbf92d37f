import { describe, expect, it } from "vitest";
import { cleanCookies, isReadablePath } from "./incoming";

describe("cleanCookies", () => {
  it.each([
    ["next-auth.callback-url=foo", undefined],
    ["next-auth.callback-url=http%3A%2F%2F", undefined],
    ["next-auth.callback-url=http%3A%2F%2Fa.test%3Abad", undefined],
    ["a=1; __Secure-next-auth.callback-url=foo; b=2", "a=1; b=2"],
    ["next-auth.callback-url=https%3A%2F%2Fa.test%2Fw", "next-auth.callback-url=https%3A%2F%2Fa.test%2Fw"],
    ["a=%E0%A4%A; b=2", "b=2"],
    ["a=%00; b=x=y", "b=x=y"],
    ["throughline-locale=zh-CN", "throughline-locale=zh-CN"],
    [undefined, undefined],
  ])("%s → %s", (header, kept) => expect(cleanCookies(header)).toBe(kept));
});

it("tells an address whose encoding cannot be undone", () => {
  expect(isReadablePath("/w/%E5%A4%9A?q=%00")).toBe(true);
  expect(isReadablePath("/w/%ED%A0%80")).toBe(false);
  expect(isReadablePath("/%")).toBe(false);
});
