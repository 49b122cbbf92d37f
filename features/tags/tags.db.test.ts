import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createCompany } from "@/features/companies/commands";
import { getCompany } from "@/features/companies/queries";
import { createDeal, updateDeal } from "@/features/deals/commands/deals";
import { createNews } from "@/features/news/commands/news-items";
import { createThesis } from "@/features/theses/commands";
import { listAudit } from "@/features/workspaces/queries";
import { command } from "@/server/operation";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import {
  changeTags,
  tagCompany,
  tagDeal,
  tagNews,
  untagCompany,
  untagDeal,
  untagNews,
} from "./commands/tags";
import { type TagChange, writeTags } from "./commands/write-tags";
import { companyTagHistory, dealTagHistory, newsTagHistory } from "./queries/tags";
import { TagInput } from "./schema";

let workspace: TestWorkspace;
const thesisIds: Record<string, string> = {};
const partner = () => workspace.as("partner");
const ids = { news: "", company: "", deal: "" };

beforeAll(async () => {
  workspace = await freshWorkspace();
  for (const slug of ["one", "two", "three"])
    thesisIds[slug] = (await createThesis(partner(), { slug, name: slug, statement: slug })).id;
  ids.news = (await createNews(partner(), { title: "An item", publishedAt: "2024-02-16" })).id;
  ids.company = (await createCompany(partner(), { name: { en: "A company" } })).id;
  ids.deal = (await createDeal(partner(), { companyId: ids.company, stage: "sourced" })).id;
});

const doors = {
  news: { put: tagNews, remove: untagNews, history: newsTagHistory },
  company: { put: tagCompany, remove: untagCompany, history: companyTagHistory },
  deal: { put: tagDeal, remove: untagDeal, history: dealTagHistory },
};
type Subject = keyof typeof doors;
const states = async (subject: Subject) =>
  (await doors[subject].history(partner(), { id: ids[subject] })).data.map(
    ({ thesis, stance, strength, supersededBy }) => [thesis, stance, strength, supersededBy].join(" "),
  );
const audits = async (subject: Subject) =>
  (await listAudit(workspace.as("admin"), {})).data
    .filter(({ entity, entityId, changes }) => {
      const keys = Object.keys(changes);
      return entity === subject && entityId === ids[subject] && keys.some((key) => key.startsWith("tag:"));
    })
    .map(({ label, changes }) => ({ label, changes }));

describe.each<Subject>(["news", "company", "deal"])("a tag of a %s", (subject) => {
  const id = () => ids[subject];
  const name = subject === "news" ? "An item" : "A company";

  it("is put, said otherwise, said again and taken off; nothing is overwritten", async () => {
    const { put, remove } = doors[subject];
    await put(partner(), { id: id(), thesis: "one", stance: "for", strength: 2, note: "why" });
    const said = await put(partner(), { id: id(), thesis: thesisIds.one ?? "", stance: "against" });
    expect(said).toMatchObject({
      thesis: "one",
      stance: "against",
      strength: 1,
      note: null,
      origin: "person",
    });
    expect(await put(partner(), { id: id(), thesis: "one", stance: "against" })).toEqual(said);
    await remove(partner(), { id: id(), thesis: "one" });
    expect(await states(subject)).toEqual(["one against 1 The partner", "one for 2 The partner"]);
    await expect(remove(partner(), { id: id(), thesis: "one" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await audits(subject)).toEqual([
      { label: name, changes: { "tag:one": ["against 1", null] } },
      { label: name, changes: { "tag:one": ["for 2: why", "against 1"] } },
      { label: name, changes: { "tag:one": [null, "for 2: why"] } },
    ]);
  });

  it("is not put where there is nothing, nor of a thesis nobody has", async () => {
    const { put } = doors[subject];
    const nowhere = { id: workspace.workspaceId, thesis: "one" };
    await expect(put(partner(), nowhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const unknown = { id: id(), thesis: "nobody-has" };
    await expect(put(partner(), unknown)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("nobody-has"),
    });
  });
});

/** What a form with several theses does. */
const change = command({
  name: "test.changeTags",
  summary: "Puts and removes",
  allow: "tag:write",
  input: z.object({ id: z.string(), put: z.array(TagInput), remove: z.array(z.string()) }),
  output: z.array(z.string()),
  run: async (ctx, { id, put, remove }) =>
    (await changeTags(ctx, "company", id, put, remove)).map(({ thesis, stance }) => `${thesis} ${stance}`),
});

describe("several tags of one subject", () => {
  it("are one entry of the audit; of two words on one thesis the last counts", async () => {
    const { id } = await createCompany(partner(), { name: { en: "Several" }, tags: [{ thesis: "three" }] });
    const one = { thesis: "one", strength: 1 };
    const said = await change(partner(), {
      id,
      put: [
        { ...one, stance: "for" },
        { thesis: "two", stance: "neutral", strength: 1 },
        { ...one, thesis: thesisIds.one ?? "", stance: "against" },
      ],
      remove: ["three"],
    });
    expect(said).toEqual(["one against", "two neutral", "three "].map((word) => word.replace(/ $/, " null")));
    const { data } = await listAudit(workspace.as("admin"), {});
    expect(data.filter(({ operation }) => operation === "test.changeTags")).toMatchObject([
      {
        entityId: id,
        label: "Several",
        changes: {
          "tag:one": [null, "against 1"],
          "tag:two": [null, "neutral 1"],
          "tag:three": ["neutral 1", null],
        },
      },
    ]);
  });

  it("keep what was said of a thesis that a deal is given again by its bare name", async () => {
    const { id, version } = await createDeal(partner(), {
      companyId: ids.company,
      stage: "sourced",
      theses: [{ thesis: "one", stance: "for", strength: 3, note: "why" }, "two"],
    });
    const { tags } = await updateDeal(partner(), { id, version, theses: ["one", "three"] });
    expect(tags.map(({ thesis, stance, strength, note }) => [thesis, stance, strength, note])).toEqual([
      ["one", "for", 3, "why"],
      ["three", "neutral", 1, null],
    ]);
  });
});

/** What a batch does, without its audit. */
const write = command({
  name: "test.writeTags",
  summary: "Tags many companies",
  allow: "tag:write",
  input: z.object({ changes: z.custom<TagChange[]>() }),
  output: z.number(),
  run: async (ctx, { changes }) => {
    ctx.unaudited();
    return (await writeTags(ctx, "company", changes, { origin: "import" })).length;
  },
});

describe("many subjects at once", () => {
  it("are tagged by two writers in turn, and what is of nobody here is passed over", async () => {
    const companies = await Promise.all(
      ["a", "b", "c"].map(async (en) => (await createCompany(partner(), { name: { en } })).id),
    );
    const changes = [...companies, workspace.workspaceId].map((subjectId) => ({
      subjectId,
      thesisId: thesisIds.one ?? "",
      stance: "for" as const,
      strength: 1,
    }));
    const written = await Promise.all([
      write(partner(), { changes }),
      write(partner(), { changes: [...changes].reverse() }),
    ]);
    expect(written.sort()).toEqual([0, 3]);
  });

  it("are tagged by many at once without a conflict, each with one tag in the end", async () => {
    const { id } = await createCompany(partner(), { name: { en: "Sought after" } });
    const thesisId = thesisIds.one ?? "";
    const change = (at: number) => ({
      subjectId: id,
      thesisId,
      stance: "for" as const,
      strength: 1 + (at % 3),
    });
    await Promise.all(Array.from({ length: 30 }, (_, at) => write(partner(), { changes: [change(at)] })));
    expect((await getCompany(partner(), { id })).tags).toHaveLength(1);
  });
});
