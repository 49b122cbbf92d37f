import { shiftSums } from "../domain";
import type { BoardCard, BoardColumn } from "../schema";

/** The columns after a card went to the top of another stage. Where it already is, or not found, nothing changes. */
export function moveCard(columns: BoardColumn[], id: string, stage: string): BoardColumn[] {
  const card = findCard(columns, id);
  if (!card || card.stage === stage || !columns.some((column) => column.stage.slug === stage)) return columns;
  return columns.map((column) => {
    if (column.stage.slug === card.stage) {
      return {
        ...column,
        count: column.count - 1,
        amounts: column.amounts - (card.amount ? 1 : 0),
        sums: shiftSums(column.sums, card.amount, -1),
        deals: column.deals.filter((deal) => deal.id !== id),
      };
    }
    if (column.stage.slug !== stage) return column;
    return {
      ...column,
      count: column.count + 1,
      amounts: column.amounts + (card.amount ? 1 : 0),
      sums: shiftSums(column.sums, card.amount, 1),
      deals: [{ ...card, stage }, ...column.deals],
    };
  });
}

export function findCard(columns: BoardColumn[], id: string): BoardCard | undefined {
  return columns.flatMap((column) => column.deals).find((deal) => deal.id === id);
}

/** The columns with what the server says of one card. */
export function refreshCard(
  columns: BoardColumn[],
  saved: Pick<BoardCard, "id" | "version" | "stageEnteredAt">,
): BoardColumn[] {
  const { id, version, stageEnteredAt } = saved;
  return columns.map((column) => ({
    ...column,
    deals: column.deals.map((deal) => (deal.id === id ? { ...deal, version, stageEnteredAt } : deal)),
  }));
}

/**
 * The columns as the server read them, except for cards it read too early: those `moving` now, and those it knows in an
 * older version than is shown. They stay where they are shown, or they would jump back and forth.
 */
export function takeOver(
  shown: BoardColumn[],
  read: BoardColumn[],
  moving: ReadonlySet<string>,
): BoardColumn[] {
  return shown
    .flatMap((column) => column.deals)
    .reduce((columns, card) => {
      const known = findCard(columns, card.id);
      if (!known || !(moving.has(card.id) || known.version < card.version)) return columns;
      return refreshCard(moveCard(columns, card.id, card.stage), card);
    }, read);
}
