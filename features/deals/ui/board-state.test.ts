import { describe, expect, it } from "vitest";
import { newId } from "@/server/ids";
import type { BoardCard, BoardColumn } from "../schema";
import { findCard, moveCard, refreshCard, takeOver } from "./board-state";

function card(stage: string, value: string | null): BoardCard {
  return {
    id: newId(),
    company: { id: newId(), name: { en: "Example", zh: null } },
    stage,
    round: null,
    amount: value === null ? null : { value, currency: "USD" },
    owner: null,
    tags: [],
    nextStep: null,
    confidential: false,
    example: false,
    stageEnteredAt: "2024-01-01T00:00:00.000Z",
    version: 1,
  };
}

function column(slug: string, deals: BoardCard[], sums: BoardColumn["sums"]): BoardColumn {
  const stage = { id: newId(), slug, name: { en: slug, zh: slug }, kind: "open" as const, position: 0 };
  const amounts = deals.filter(({ amount }) => amount).length;
  return { stage, count: deals.length + 3, amounts, sums, deals };
}

describe("a board", () => {
  const [first, second] = [card("a", "10.00"), card("a", null)];
  const columns = [column("a", [first, second], [{ value: "25.00", currency: "USD" }]), column("b", [], [])];

  it("moves a card to the top of a column, with its count and its money", () => {
    const [a, b] = moveCard(columns, first.id, "b");
    expect(a).toMatchObject({ count: 4, amounts: 0, sums: [{ value: "15.00" }], deals: [{ id: second.id }] });
    expect(b).toMatchObject({
      count: 4,
      amounts: 1,
      sums: [{ value: "10.00" }],
      deals: [{ id: first.id, stage: "b" }],
    });
  });

  it("takes a refused move back", () => {
    const back = moveCard(moveCard(columns, first.id, "b"), first.id, "a");
    expect(back).toEqual(columns);
  });

  it("stays as it is when nothing moves", () => {
    expect(moveCard(columns, first.id, "a")).toBe(columns);
    expect(moveCard(columns, first.id, "nowhere")).toBe(columns);
    expect(moveCard(columns, newId(), "b")).toBe(columns);
  });

  it("takes the version the server gave, so that the next move is made against it", () => {
    const saved = { id: first.id, version: 7, stageEnteredAt: "2024-02-01T00:00:00.000Z" };
    expect(findCard(refreshCard(columns, saved), first.id)).toEqual({ ...first, ...saved });
  });

  it("takes over what the server read, but not of cards it read before they moved", () => {
    const none = new Set<string>();
    const moved = moveCard(columns, first.id, "b");
    expect(takeOver(moved, columns, none)).toBe(columns);
    expect(takeOver(moved, columns, new Set([first.id]))).toEqual(moved);
    const saved = refreshCard(moved, { ...first, version: 2 });
    expect(takeOver(saved, columns, none)).toEqual(saved);
    const later = refreshCard(columns, { ...first, version: 3 });
    expect(takeOver(saved, later, none)).toBe(later);
  });
});
