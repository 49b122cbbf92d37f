import { beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { getCompany } from "@/features/companies/queries";
import { tagDeal } from "@/features/tags/commands/tags";
import { createThesis } from "@/features/theses/commands";
import { newId } from "@/server/ids";
import type { Role } from "@/server/permissions";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createDeal, moveDeal, updateDeal } from "./commands/deals";
import { dealBoard, dealsByStageAndThesis } from "./queries/board";
import { getDeal, listDeals, listOwners } from "./queries/deals";
import { dealHistory } from "./queries/moves";
import { listPipelines } from "./queries/pipelines";
import { Board, Deal, DealMoves, PipelinePage, StageCounts } from "./schema";

type Input = Partial<Parameters<typeof createDeal>[1]>;

/** A workspace with two theses and one company, and a way to log deals in it. */
async function dealsFund() {
  const fund = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  for (const slug of ["moe", "agents"]) {
    const statement = { en: "It will.", zh: "会的。" };
    await createThesis(fund.as("analyst"), { slug, facet: "focus", name: { en: slug, zh: slug }, statement });
  }
  const company = await createCompany(fund.as("analyst"), { name: { en: "Moonshot AI", zh: "月之暗面" } });
  const log = (input: Input = {}, role: Role = "analyst") =>
    createDeal(fund.as(role), { companyId: company.id, stage: "sourced", ...input });
  return { fund, company, log };
}

let fund: TestWorkspace;
let company: Awaited<ReturnType<typeof createCompany>>;
let log: Awaited<ReturnType<typeof dealsFund>>["log"];
beforeAll(async () => {
  ({ fund, company, log } = await dealsFund());
});
const analyst = () => fund.as("analyst");
const invalid = (field: string) => ({
  code: "INVALID",
  details: { fields: { [field]: expect.any(String) } },
});

describe("logging a deal", () => {
  it("gives back what was said, money as decimal text", async () => {
    const owner = fund.userOf("partner");
    const deal = await log({
      round: "Series B",
      amount: { value: "1000000000000.5", currency: "usd" },
      valuation: { value: 2500000000, currency: "USD" },
      ownerId: owner.id,
      lead: "Somebody",
      coInvestors: ["A", "B"],
      theses: ["moe", { thesis: "agents", stance: "for", strength: 3, note: "core" }],
      openedOn: "2024-02-29",
    });
    expect(Deal.strict().parse(deal)).toEqual(deal);
    expect(deal).toMatchObject({
      company: { id: company.id, name: { en: "Moonshot AI", zh: "月之暗面" } },
      pipeline: "investments",
      stage: "sourced",
      amount: { value: "1000000000000.50", currency: "USD" },
      valuation: { value: "2500000000.00", currency: "USD" },
      owner: { id: owner.id, name: "The partner" },
      ownerId: owner.id,
      coInvestors: ["A", "B"],
      openedOn: "2024-02-29",
      confidential: false,
      example: false,
      version: 1,
    });
    expect(deal.tags).toEqual(deal.theses);
    expect(
      deal.theses.map(({ thesis, stance, strength }) => `${thesis} ${stance} ${strength}`).sort(),
    ).toEqual(["agents for 3", "moe neutral 1"]);
  });

  it("opens it today where the workspace is", async () => {
    const now = new Date("2047-05-31T20:00:00Z");
    const deal = await createDeal({ ...analyst(), now }, { companyId: company.id, stage: "sourced" });
    expect(deal.openedOn).toBe("2047-06-01");
  });

  it("takes stage and pipeline by slug or id", async () => {
    const [pipeline] = PipelinePage.parse(await listPipelines(analyst(), {})).data;
    const stage = pipeline?.stages.find(({ slug }) => slug === "diligence");
    expect(await log({ stage: stage?.id ?? "" })).toMatchObject({ stage: "diligence" });
    expect(await log({ stage: "committee", pipeline: pipeline?.id })).toMatchObject({ stage: "committee" });
  });

  it("says what is wrong", async () => {
    await expect(log({ stage: "nirvana" })).rejects.toMatchObject({
      ...invalid("stage"),
      message: expect.stringContaining("diligence"),
    });
    await expect(log({ stage: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(log({ companyId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(log({ theses: ["nothing"] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(log({ amount: { value: "1,000", currency: "USD" } })).rejects.toMatchObject(
      invalid("amount.value"),
    );
    const twoCurrencies = {
      amount: { value: "1", currency: "USD" },
      valuation: { value: "1", currency: "CNY" },
    };
    await expect(log(twoCurrencies)).rejects.toMatchObject(invalid("valuation.currency"));
    const stranger = (await freshWorkspace()).userOf("partner");
    await expect(log({ ownerId: stranger.id })).rejects.toMatchObject(invalid("ownerId"));
    await expect(log({}, "viewer")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("passing on a deal", () => {
  it("needs a reason on every path", async () => {
    const deal = await log();
    await expect(log({ stage: "passed" })).rejects.toMatchObject(invalid("reason"));
    await expect(moveDeal(analyst(), { id: deal.id, stage: "passed", version: 1 })).rejects.toMatchObject(
      invalid("reason"),
    );
    await expect(
      moveDeal(analyst(), { id: deal.id, stage: "passed", version: 1, reason: "  " }),
    ).rejects.toMatchObject(invalid("reason"));
    await expect(updateDeal(analyst(), { id: deal.id, stage: "passed" })).rejects.toMatchObject(
      invalid("reason"),
    );
    expect(await getDeal(analyst(), { id: deal.id })).toMatchObject({ stage: "sourced", version: 1 });
    expect((await dealHistory(analyst(), { id: deal.id })).data).toHaveLength(1);
  });

  it("keeps the reason and what would bring it back, until it comes back", async () => {
    const deal = await log();
    const passed = await moveDeal(analyst(), {
      id: deal.id,
      stage: "passed",
      version: 1,
      reason: "Too dear",
      revisitIf: "Half the price",
    });
    expect(passed).toMatchObject({
      stage: "passed",
      stageKind: "lost",
      passReason: "Too dear",
      revisitIf: "Half the price",
    });
    await expect(updateDeal(analyst(), { id: deal.id, reason: "" })).rejects.toMatchObject(invalid("reason"));
    expect(await updateDeal(analyst(), { id: deal.id, reason: "Far too dear" })).toMatchObject({
      passReason: "Far too dear",
      stage: "passed",
    });
    const back = await moveDeal(analyst(), { id: deal.id, stage: "first-call", version: 3 });
    expect(back).toMatchObject({ stage: "first-call", passReason: null, revisitIf: null });
    expect((await dealHistory(analyst(), { id: deal.id })).data.map(({ reason }) => reason)).toEqual([
      null,
      "Too dear",
      null,
    ]);
  });

  it("can be how a deal is logged", async () => {
    const deal = await log({ stage: "passed", reason: "No fit", revisitIf: "They pivot" });
    expect(deal).toMatchObject({ passReason: "No fit", revisitIf: "They pivot" });
    expect((await dealHistory(analyst(), { id: deal.id })).data).toMatchObject([
      { from: null, to: "passed", reason: "No fit" },
    ]);
  });
});

describe("moving a deal", () => {
  it("keeps every move with the time in each stage", async () => {
    const at = (day: string) => ({ ...analyst(), now: new Date(`${day}T09:00:00Z`) });
    const deal = await createDeal(at("2047-01-01"), { companyId: company.id, stage: "sourced" });
    await moveDeal(at("2047-01-11"), { id: deal.id, stage: "first-call", version: 1 });
    const moved = await moveDeal(at("2047-01-13"), {
      id: deal.id,
      stage: "diligence",
      version: 2,
      reason: "They sent the data room",
    });
    expect(moved).toMatchObject({
      stage: "diligence",
      stageEnteredAt: "2047-01-13T09:00:00.000Z",
      version: 3,
    });
    const history = DealMoves.parse(await dealHistory(at("2047-02-12"), { id: deal.id }));
    expect(history.data).toMatchObject([
      {
        from: "first-call",
        to: "diligence",
        days: 30,
        leftAt: null,
        reason: "They sent the data room",
        by: "The analyst",
      },
      { from: "sourced", to: "first-call", days: 2, leftAt: "2047-01-13T09:00:00.000Z" },
      { from: null, to: "sourced", days: 10, movedAt: "2047-01-01T09:00:00.000Z" },
    ]);
  });

  it("to where it is answers and writes nothing", async () => {
    const deal = await log();
    expect(await moveDeal(analyst(), { id: deal.id, stage: "sourced", version: 1 })).toEqual(deal);
    expect((await dealHistory(analyst(), { id: deal.id })).data).toHaveLength(1);
  });

  it("against an older version is refused", async () => {
    const deal = await log();
    await moveDeal(analyst(), { id: deal.id, stage: "first-call", version: 1 });
    const late = moveDeal(fund.as("partner"), { id: deal.id, stage: "committee", version: 1 });
    await expect(late).rejects.toMatchObject({
      code: "CONFLICT",
      details: { key: "stale", values: { sent: 1, current: 2 } },
    });
    expect(await getDeal(analyst(), { id: deal.id })).toMatchObject({ stage: "first-call", version: 2 });
  });

  it("by two at once goes through once", async () => {
    const deal = await log();
    const both = await Promise.allSettled(
      ["first-call", "committee"].map((stage) => moveDeal(analyst(), { id: deal.id, stage, version: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await dealHistory(analyst(), { id: deal.id })).data).toHaveLength(2);
  });

  it("works through PATCH as well, with history", async () => {
    const deal = await log();
    await updateDeal(analyst(), { id: deal.id, stage: "passed", reason: "Slow", round: "A" });
    expect((await dealHistory(analyst(), { id: deal.id })).data[0]).toMatchObject({
      from: "sourced",
      to: "passed",
      reason: "Slow",
    });
  });
});

describe("changing a deal", () => {
  it("changes what was said, against a version when one is sent", async () => {
    const deal = await log({ round: "A", amount: { value: "5", currency: "USD" }, nextStep: "Call" });
    const changed = await updateDeal(analyst(), {
      id: deal.id,
      version: 1,
      round: "",
      amount: null,
      valuation: { value: "9.5", currency: "CNY" },
    });
    expect(changed).toMatchObject({
      round: null,
      amount: null,
      valuation: { value: "9.50", currency: "CNY" },
      nextStep: "Call",
      version: 2,
    });
    const late = updateDeal(analyst(), { id: deal.id, version: 1, round: "B" });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", details: { key: "stale" } });
    const mixed = updateDeal(analyst(), { id: deal.id, amount: { value: "1", currency: "USD" } });
    await expect(mixed).rejects.toMatchObject(invalid("amount.currency"));
  });

  it("replaces the theses by the list given, and leaves a tag alone that is only named", async () => {
    const deal = await log({ theses: ["moe"] });
    await tagDeal(analyst(), { id: deal.id, thesis: "agents", stance: "for", strength: 3 });
    const changed = await updateDeal(analyst(), { id: deal.id, theses: ["agents"] });
    expect(changed.theses).toMatchObject([{ thesis: "agents", stance: "for", strength: 3 }]);
    expect((await updateDeal(analyst(), { id: deal.id, theses: [] })).theses).toEqual([]);
  });
});

describe("a confidential deal", () => {
  it("is marked and opened only by those who see such deals", async () => {
    await expect(log({ confidential: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("partners"),
    });
    const open = await log();
    await expect(updateDeal(analyst(), { id: open.id, confidential: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await updateDeal(analyst(), { id: open.id, confidential: false })).toMatchObject({
      confidential: false,
    });
    expect(await updateDeal(fund.as("partner"), { id: open.id, confidential: true })).toMatchObject({
      confidential: true,
    });
    expect(await updateDeal(fund.as("partner"), { id: open.id, confidential: false })).toMatchObject({
      confidential: false,
    });
  });

  it("does not exist below partner, whatever is asked", async () => {
    const own = await dealsFund();
    const secret = await own.log(
      { confidential: true, amount: { value: "7", currency: "USD" }, theses: ["moe"] },
      "partner",
    );
    const open = await own.log({ theses: ["moe"] });
    for (const role of ["viewer", "analyst"] as const) {
      const below = own.fund.as(role);
      const { id } = secret;
      await expect(getDeal(below, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(dealHistory(below, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await listDeals(below, {})).data.map((deal) => deal.id)).toEqual([open.id]);
      expect((await getCompany(below, { id: own.company.id })).deals.map((deal) => deal.id)).toEqual([
        open.id,
      ]);
      expect((await dealBoard(below, {})).columns[0]).toMatchObject({ count: 1, sums: [] });
      expect((await dealsByStageAndThesis(below, {})).data).toEqual([
        { stage: "sourced", thesis: "moe", count: 1 },
      ]);
    }
    const { id } = secret;
    const below = own.fund.as("analyst");
    await expect(moveDeal(below, { id, stage: "committee", version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(updateDeal(below, { id, round: "A" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(tagDeal(below, { id, thesis: "moe", stance: "for", strength: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await dealBoard(own.fund.as("partner"), {})).columns[0]).toMatchObject({
      count: 2,
      sums: [{ value: "7.00", currency: "USD" }],
    });
  });
});

describe("lists and the board", () => {
  let own: Awaited<ReturnType<typeof dealsFund>>;
  const ids: string[] = [];
  const member = () => own.fund.as("viewer");
  beforeAll(async () => {
    own = await dealsFund();
    const other = await createCompany(own.fund.as("analyst"), { name: "Mistral" });
    const ownerId = own.fund.userOf("analyst").id;
    const money = (value: string, currency: string) => ({ amount: { value, currency } });
    const inputs: Input[] = [
      { ...money("100.10", "USD"), theses: ["moe"], openedOn: "2024-03-03" },
      { ...money("0.20", "USD"), theses: ["moe", "agents"], openedOn: "2024-01-01", ownerId },
      { ...money("50", "CNY"), openedOn: "2024-02-02" },
      { stage: "committee", companyId: other.id, openedOn: "2024-04-04" },
    ];
    for (const [index, input] of inputs.entries()) {
      const ctx = { ...own.fund.as("analyst"), now: new Date(Date.UTC(2047, 5, index + 1)) };
      ids.push((await createDeal(ctx, { companyId: own.company.id, stage: "sourced", ...input })).id);
    }
  });
  const places = (page: { data: Deal[] }) => page.data.map(({ id }) => ids.indexOf(id));

  it("list the newest change first, page by page", async () => {
    const first = await listDeals(member(), { limit: 3 });
    expect(places(first)).toEqual([3, 2, 1]);
    const second = await listDeals(member(), { limit: 3, cursor: first.nextCursor ?? "" });
    expect([places(second), second.nextCursor]).toEqual([[0], null]);
  });

  it("list by the day they were opened", async () => {
    const first = await listDeals(member(), { sort: "-opened", limit: 2 });
    expect(places(first)).toEqual([3, 0]);
    expect(
      places(await listDeals(member(), { sort: "-opened", limit: 2, cursor: first.nextCursor ?? "" })),
    ).toEqual([2, 1]);
  });

  it("list by stage in the order of the pipeline, and by owner with nobody's last", async () => {
    const pages = async (sort: string) => {
      const first = await listDeals(member(), { sort, limit: 2 });
      const second = await listDeals(member(), { sort, limit: 2, cursor: first.nextCursor ?? "" });
      return [...places(first), ...places(second)];
    };
    expect((await pages("stage")).at(-1)).toBe(3);
    expect((await pages("-stage"))[0]).toBe(3);
    for (const sort of ["owner", "-owner"]) expect((await pages(sort))[0]).toBe(1);
    for (const sort of ["stage", "-stage", "owner", "-owner"])
      expect((await pages(sort)).toSorted()).toEqual([0, 1, 2, 3]);
  });

  it("filter by thesis, company, stage, owner, pipeline and the company's names", async () => {
    const found = async (filters: Parameters<typeof listDeals>[1]) =>
      places(await listDeals(member(), filters));
    expect(await found({ thesis: "moe,agents" })).toEqual([1, 0]);
    expect(await found({ thesis: "agents" })).toEqual([1]);
    expect(await found({ company: own.company.id, stage: "sourced,passed" })).toEqual([2, 1, 0]);
    expect(await found({ owner: own.fund.userOf("analyst").id })).toEqual([1]);
    expect(await found({ q: "mistr", pipeline: "investments" })).toEqual([3]);
    expect(await found({ q: "暗面", stage: "committee" })).toEqual([]);
    await expect(found({ thesis: "gone" })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("count and add up per stage, each currency by itself", async () => {
    const board = Board.parse(await dealBoard(member(), { pipeline: "investments" }));
    expect(board.columns.map(({ stage, count }) => [stage.slug, count])).toEqual([
      ["sourced", 3],
      ["first-call", 0],
      ["diligence", 0],
      ["committee", 1],
      ["term-sheet", 0],
      ["closed", 0],
      ["passed", 0],
    ]);
    expect(board.columns[0]?.sums).toEqual([
      { value: "100.30", currency: "USD" },
      { value: "50.00", currency: "CNY" },
    ]);
    expect(board.columns.map(({ amounts }) => amounts)).toEqual([3, 0, 0, 0, 0, 0, 0]);
    expect(board.columns[0]?.deals.map(({ id }) => ids.indexOf(id))).toEqual([2, 1, 0]);
    const filtered = await dealBoard(member(), { thesis: "agents" });
    expect(filtered.columns[0]).toMatchObject({ count: 1, sums: [{ value: "0.20", currency: "USD" }] });
    await expect(dealBoard(member(), { pipeline: "other" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("show 50 cards of a stage and count the rest", async () => {
    const full = await dealsFund();
    for (let number = 0; number < 52; number++) await full.log();
    const [column] = (await dealBoard(full.fund.as("viewer"), {})).columns;
    expect([column?.count, column?.deals.length]).toEqual([52, 50]);
  });

  it("count by stage and thesis", async () => {
    const counts = StageCounts.parse(await dealsByStageAndThesis(member(), {}));
    expect(counts.stages.filter(({ count }) => count > 0).map(({ slug, count }) => [slug, count])).toEqual([
      ["sourced", 3],
      ["committee", 1],
    ]);
    expect(counts.data).toEqual([
      { stage: "sourced", thesis: "moe", count: 2 },
      { stage: "sourced", thesis: "agents", count: 1 },
    ]);
  });

  it("offer the workspace's members as owners", async () => {
    const { data } = await listOwners(member(), {});
    expect(data.map(({ name }) => name)).toEqual([
      "The admin",
      "The analyst",
      "The owner",
      "The partner",
      "The viewer",
    ]);
  });

  it("stay in their workspace", async () => {
    const stranger = fund.as("owner");
    const [id = ""] = ids;
    await expect(listDeals(stranger, { company: own.company.id })).rejects.toMatchObject({ code: "INVALID" });
    await expect(getDeal(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createDeal(stranger, { companyId: own.company.id, stage: "sourced" })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
  });
});
