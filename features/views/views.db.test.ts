import { beforeAll, describe, expect, it } from "vitest";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { linkView, unlinkView } from "./commands/links";
import { chooseView, createView, deleteView, updateView } from "./commands/views";
import { getView, listViews } from "./queries/views";
import { viewRecords } from "./schema";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
const partner = () => workspace.as("partner");
const chinese = { field: "country", op: "eq", value: "CN" };

beforeAll(async () => {
  workspace = await freshWorkspace();
});

describe("a saved view", () => {
  it("keeps filter, order and columns of a list under a name", async () => {
    const made = await createView(analyst(), {
      name: "From China",
      record: "companies",
      filter: { and: [chinese] },
      sort: "-foundedYear",
      columns: ["name", "stage"],
    });
    expect(made).toMatchObject({
      access: "private",
      mine: true,
      pinned: false,
      version: 1,
      owner: "The analyst",
    });
    expect(await getView(analyst(), { id: made.id })).toEqual(made);
    expect(made).toMatchObject({
      filter: { and: [chinese] },
      sort: "-foundedYear",
      columns: ["name", "stage"],
    });
  });

  it("is its owner's alone while private, and everybody's to read when it is the team's", async () => {
    const { id } = await createView(analyst(), { name: "Mine", record: "news" });
    await expect(getView(partner(), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listViews(partner(), { record: "news" })).data.map((view) => view.id)).not.toContain(id);
    await expect(deleteView(partner(), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await updateView(analyst(), { id, access: "team" });
    expect(await getView(partner(), { id })).toMatchObject({ mine: false, owner: "The analyst" });
    await expect(updateView(partner(), { id, name: "Yours" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await updateView(workspace.as("admin"), { id, name: "Ours" })).toMatchObject({ name: "Ours" });
  });

  it("refuses a filter that its list refuses, in the same words", async () => {
    for (const filter of [
      { field: "nope", op: "eq", value: 1 },
      { field: "country", op: "eq", value: "ZZZ" },
    ] as const)
      await expect(createView(analyst(), { name: "Odd", record: "companies", filter })).rejects.toMatchObject(
        {
          code: "INVALID",
          details: { fields: { filter: expect.any(String) } },
        },
      );
  });

  it("changes nothing when nothing is said, and refuses a version that is not the current one", async () => {
    const made = await createView(analyst(), { name: "Steady", record: "companies", filter: chinese });
    expect(await updateView(analyst(), { id: made.id, filter: chinese, name: "Steady" })).toEqual(made);
    expect(await updateView(analyst(), { id: made.id, filter: null })).toMatchObject({
      filter: null,
      version: 2,
    });
    await expect(updateView(analyst(), { id: made.id, version: 1, name: "Old" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is shared by those who write, and kept by those who read", async () => {
    const viewer = workspace.as("viewer");
    await createView(viewer, { name: "A reader's own", record: "news" });
    await expect(
      createView(viewer, { name: "For all", record: "news", access: "team" }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("stands in the navigation of who pinned it, and opens its list for one view at a time", async () => {
    const [first, second] = [
      await createView(partner(), { name: "One", record: "deals", access: "team" }),
      await createView(partner(), { name: "Two", record: "deals", access: "team" }),
    ];
    await chooseView(analyst(), { id: first.id, pinned: true, opensWith: true });
    await chooseView(analyst(), { id: second.id, opensWith: true });
    const views = (await listViews(analyst(), { record: "deals" })).data;
    const state = (id: string) => views.find((view) => view.id === id);
    expect(state(first.id)).toMatchObject({ pinned: true, opensWith: false });
    expect(state(second.id)).toMatchObject({ pinned: false, opensWith: true });
    expect(await getView(partner(), { id: first.id })).toMatchObject({ pinned: false, opensWith: false });
  });

  it("has one link at a time, which ends when told to", async () => {
    const { id } = await createView(analyst(), { name: "Linked", record: "news", access: "team" });
    const link = await linkView(analyst(), { id });
    expect(link.feed).toMatch(/\/api\/views\/view_[\w-]+\/feed\.json$/);
    expect((await getView(analyst(), { id })).linked).toBe(true);
    await linkView(analyst(), { id });
    await unlinkView(analyst(), { id });
    expect((await getView(analyst(), { id })).linked).toBe(false);
    await expect(unlinkView(analyst(), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(viewRecords)(
    "is kept of the list of %s, and refused with an order or a column it has not",
    async (record) => {
      const of = { name: `All ${record}`, record };
      const { id } = await createView(analyst(), { ...of, columns: ["id"] });
      for (const wrong of [{ sort: "-nosuch" }, { columns: ["id", "nosuch"] }]) {
        const fields = { [Object.keys(wrong)[0] ?? ""]: expect.stringContaining("must be one of") };
        const refused = { code: "INVALID", details: { fields } };
        await expect(createView(analyst(), { ...of, ...wrong })).rejects.toMatchObject(refused);
        await expect(updateView(analyst(), { id, ...wrong })).rejects.toMatchObject(refused);
      }
    },
  );

  it("says what is wrong with a filter", async () => {
    await expect(
      createView(analyst(), { name: "Odd", record: "news", filter: { field: "title" } }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });
});
