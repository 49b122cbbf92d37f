/** The rows of the list as they stand on screen. */
export type RowList = {
  /** Ids of those in sight, from the top. */
  order(): string[];
  focus(id: string): void;
  /** What had the focus is gone. */
  isFocusLost(): boolean;
  /** The first element of a row that fits the selector; of the whole page for null. */
  find(id: string | null, selector: string): Pick<HTMLElement, "click"> | null;
};

export function rowsIn(area: () => HTMLElement | null): RowList {
  const rowOf = (id: string) => area()?.querySelector<HTMLElement>(`[data-news-row="${CSS.escape(id)}"]`);
  return {
    order: () =>
      [...(area()?.querySelectorAll<HTMLElement>("[data-news-row]:not([hidden])") ?? [])].flatMap(
        ({ dataset }) => dataset.newsRow ?? [],
      ),
    focus: (id) => {
      const row = rowOf(id);
      row?.querySelector<HTMLElement>("[data-row-link]")?.focus();
      row?.scrollIntoView({ block: "nearest" });
    },
    isFocusLost: () => document.activeElement === document.body,
    find: (id, selector) => (id === null ? area() : rowOf(id))?.querySelector<HTMLElement>(selector) ?? null,
  };
}
