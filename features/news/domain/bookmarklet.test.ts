import { expect, it, vi } from "vitest";
import { bookmarkletOf } from "./bookmarklet";

it("opens the form with the page's address, title and selection", () => {
  const address = bookmarkletOf("https://fund.example/w/demo/news/new");
  expect(address).toMatch(/^javascript:[\w%.~!*'()-]+$/);
  const open = vi.fn();
  const run = new Function(
    "location",
    "document",
    "getSelection",
    "open",
    decodeURIComponent(address.slice(11)),
  );
  run({ href: "https://a.example/?x=1&y=2" }, { title: "A “title” & more" }, () => "selected", open);
  const [[target]] = open.mock.calls as [[string]];
  const query = new URL(target).searchParams;
  expect([query.get("url"), query.get("title"), query.get("text")]).toEqual([
    "https://a.example/?x=1&y=2",
    "A “title” & more",
    "selected",
  ]);
});
