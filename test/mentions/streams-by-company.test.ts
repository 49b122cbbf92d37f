import { expect, it } from "vitest";
import { mentionFinder } from "@/features/mentions/domain/company-names";
import read from "./streams-by-company.json" with { type: "json" };
import keptAside from "./streams-kept-aside.json" with { type: "json" };
import last from "./streams-last.json" with { type: "json" };

/**
 * Headlines of 2024 from Hacker News and Readhub that hold a company's name, hard ones on purpose (Scale, Shell, 平安, 大众),
 * each read and labelled before it was scored. What each lot scored before the rules had seen it stands in ADR 10.
 */
it.each([
  ["the first lot", read, 0.97],
  ["the second lot", keptAside, 0.97],
  ["the last lot", last, 0.96],
])("companies are found in headlines and others left alone: %s", (_, labelled, precision) => {
  const find = mentionFinder(labelled.map(({ company, names }) => ({ id: company, names, domain: null })));
  const finds = (company: string) => (title: string) =>
    find({ title, text: "", url: null }).some(({ companyId }) => companyId === company);
  const said = (company: string, titles: readonly string[]) => titles.map((title) => `${company}: ${title}`);
  const found = labelled.flatMap(({ company, right }) => said(company, right.filter(finds(company))));
  const missed = labelled.flatMap(({ company, right }) =>
    said(
      company,
      right.filter((title) => !finds(company)(title)),
    ),
  );
  const wrong = labelled.flatMap(({ company, wrong: others }) =>
    said(company, others.filter(finds(company))),
  );
  const report = JSON.stringify({ found: found.length, wrong, missed }, null, 1);
  expect(found.length / (found.length + wrong.length), report).toBeGreaterThan(precision);
  expect(found.length / (found.length + missed.length), report).toBeGreaterThan(0.9);
});
