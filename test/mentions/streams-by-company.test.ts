import { expect, it } from "vitest";
import { mentionFinder } from "@/features/mentions/domain/company-names";
import read from "./streams-by-company.json" with { type: "json" };
import keptAside from "./streams-kept-aside.json" with { type: "json" };

/**
 * Headlines of 2024 from Hacker News and Readhub that hold a company's name, hard ones on purpose (Scale, Shell, 平安, 大众),
 * each read and labelled before it was scored. Those kept aside were scored when the rules stood.
 */
it.each([
  ["those read while choosing the rules", read],
  ["those kept aside", keptAside],
])("companies are found in headlines and others left alone: %s", (_, labelled) => {
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
  expect(found.length / (found.length + wrong.length), report).toBeGreaterThan(0.97);
  expect(found.length / (found.length + missed.length), report).toBeGreaterThan(0.9);
});
