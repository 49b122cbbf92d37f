import { beforeAll, expect, it } from "vitest";
import { createThesis } from "@/features/theses/commands";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { parseFilter } from "./parse-filter";

let fund: TestWorkspace;
beforeAll(async () => {
  fund = await freshWorkspace();
  await createThesis(fund.as("analyst"), { slug: "agents", name: "Agents", statement: "They will." });
});
const parse = (input: Parameters<typeof parseFilter>[1]) => parseFilter(fund.as("viewer"), input);

it("answers the tree that a text is, and the text as it is written in either language", async () => {
  const text = "thesis:agents -kind:paper (sora OR 智谱)";
  const { filter, text: english } = await parse({ record: "news", text });
  expect(JSON.stringify(filter)).toContain(`{"field":"thesis","op":"eq","value":"agents"}`);
  const { text: chinese } = await parse({ record: "news", text, language: "zh" });
  expect(chinese).not.toBe(english);
  for (const again of [english, chinese])
    expect((await parse({ record: "news", text: again })).filter).toEqual(filter);
  expect(await parse({ record: "companies", text: "" })).toEqual({ filter: { and: [] }, text: "" });
});

it.each([
  ["(sora", 0],
  ["sora colour:red", 5],
  ["sora thesis:nosuch", 12],
])("refuses %s, and says where", async (text, at) => {
  await expect(parse({ record: "news", text })).rejects.toMatchObject({
    code: "INVALID",
    details: { at, fields: { text: expect.stringContaining(`at character ${at + 1}`) } },
  });
});
