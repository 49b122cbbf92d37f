import { expect, it } from "vitest";
import { mentionFinder } from "@/features/mentions/domain/company-names";
import { loadDemo } from "@/prisma/seed/demo/schema";
import labelled from "./labelled-headlines.json" with { type: "json" };

/**
 * Headlines of 2024 that hold a name of the demo's companies, English from Hacker News and Chinese from Readhub, up to four
 * of each company and those a stricter rule had passed over; `right`: read by a person, it is about that company.
 */
it("companies found in headlines are the right ones, and few are missed", () => {
  const find = mentionFinder(
    loadDemo().companies.map(({ key, name, formerNames = [], domain = null }) => ({
      id: key,
      names: [name.en, name.zh, ...formerNames].filter((one) => one !== undefined),
      domain,
    })),
  );
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const { title, company, right } of labelled) {
    const found = find({ title, text: "", url: null }).some(({ companyId }) => companyId === company);
    if (found && right) count.right += 1;
    else if (found) count.wrong += 1;
    else if (right) count.missed += 1;
  }
  expect(labelled.length).toBeGreaterThan(200);
  expect(count.right / (count.right + count.wrong)).toBeGreaterThan(0.97);
  expect(count.right / (count.right + count.missed)).toBeGreaterThan(0.97);
});
