import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { readingOf } from "@/features/stories/domain/reading";
import { tellSame } from "@/features/stories/domain/same-story";

const Language = z.enum(["en", "zh"]);
/** Headlines of 2024 that share some words, labelled by reading before anything was chosen; the hours between them. */
const Retelling = z.tuple([Language, z.boolean(), z.string(), z.string(), z.number()]);
/** Invented headlines that differ in one thing, named by its kind. */
const Difference = z.tuple([Language, z.string(), z.string(), z.string()]);

const read = (name: string): unknown => JSON.parse(readFileSync(`test/stories/${name}.json`, "utf8"));
/** Never looked at while choosing words, weights and limits. */
const isHeldBack = ([, , a, b]: readonly [string, unknown, string, string, ...unknown[]]) =>
  (createHash("sha256").update(`${a}\n${b}`).digest()[0] ?? 0) % 2 === 1;
const says = (title: string, hours = 0) => ({
  reading: readingOf(title),
  text: "",
  publishedAt: new Date(hours * 3_600_000),
});

it("keeps apart what differs in one thing that decides", () => {
  const differences = z.array(Difference).parse(read("decisive-differences"));
  expect(differences.length).toBeGreaterThanOrEqual(300);
  for (const language of Language.options) {
    const chosen = differences.filter((one) => one[0] === language && isHeldBack(one));
    const joined = chosen.filter(([, , a, b]) => tellSame(says(a), says(b)));
    console.info("kept apart", language, chosen.length - joined.length, "of", chosen.length, joined);
    expect(1 - joined.length / chosen.length).toBeGreaterThan(0.96);
  }
});

it("joins retellings in other words, and few that tell something else", () => {
  const chosen = z.array(Retelling).parse(read("retellings")).filter(isHeldBack);
  const joined = chosen.filter(([, , a, b, hours]) => tellSame(says(a), says(b, hours)));
  const right = joined.filter(([, same]) => same).length;
  const all = chosen.filter(([, same]) => same).length;
  console.info("retellings joined", right, "of", all, "and others", joined.length - right);
  expect(all).toBeGreaterThan(100);
  expect(right / all).toBeGreaterThan(0.33);
  expect(right / joined.length).toBeGreaterThan(0.75);
});
