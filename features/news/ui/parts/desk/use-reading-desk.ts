"use client";

import { useRef, useState } from "react";
import type { TagChoice } from "@/features/tags/domain/tagging-keys";
import type { InboxKeys, PickThesis } from "./reading-context";
import { type Handled, ReadingStore, selection } from "./reading-store";
import { currentTags } from "./tag-memory";
import { type Row, tagOf, tagStep, triageStep } from "./tagging-steps";
import { useReadingPosition } from "./use-reading-position";
import { useSteps } from "./use-steps";

type Options = {
  workspace: string;
  theses: readonly PickThesis[];
  canTag: boolean;
  only?: string | undefined;
  inbox: InboxKeys | null;
  onSaved?: (() => void) | undefined;
};

export type ReadingDesk = ReturnType<typeof useReadingDesk>;

/** The rows of a list, which of them is in hand, and what can be done with it or with those selected. */
export function useReadingDesk({ workspace, theses, canTag, only, inbox, onSaved }: Options) {
  const area = useRef<HTMLDivElement>(null);
  const rows = useRef(new Map<string, Row>());
  const inHand = useRef<string | null>(only ?? null);
  const last = useRef<TagChoice | null>(null);
  const [store] = useState(() => new ReadingStore());
  const steps = useSteps(onSaved);
  useReadingPosition(area, inHand, only !== undefined);

  const where = { workspace, slugs: new Map(theses.map(({ id, slug }) => [id, slug])) };
  const order = () =>
    [...(area.current?.querySelectorAll<HTMLElement>("[data-news-row]") ?? [])].flatMap(
      ({ dataset }) => dataset.newsRow ?? [],
    );
  /** The rows an action is about: those selected, else the one named. */
  const meant = (id: string | null): Row[] => {
    const { selected } = store.get();
    const ids =
      selected.size > 0 && (id === null || id === selection || selected.has(id)) ? [...selected] : [id ?? ""];
    return ids.flatMap((one) => rows.current.get(one) ?? []);
  };

  const focusRow = (id: string | undefined) => {
    const row = id && area.current?.querySelector<HTMLElement>(`[data-news-row="${id}"]`);
    if (!row) return;
    row.querySelector<HTMLElement>("[data-row-link]")?.focus();
    row.scrollIntoView({ block: "nearest" });
    if (store.get().peeked !== null) store.peek(id);
  };
  const step = (by: number) => {
    const all = order();
    const at = all.indexOf(inHand.current ?? "");
    focusRow(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
  };
  const peek = (id: string | null = inHand.current) => store.peek(store.get().peeked === id ? null : id);
  const open = (selector: string) =>
    area.current?.querySelector<HTMLElement>(`[data-news-row="${inHand.current}"] ${selector}`)?.click();

  const put = (id: string, choice: TagChoice) => {
    store.setDraft(null, null);
    last.current = choice;
    const about = meant(id);
    if (about.length > 0) steps.make(tagStep(where, about, choice.thesis, choice));
  };
  const remove = (id: string, thesis: string) => {
    store.setDraft(null, null);
    const about = meant(id).filter((row) => tagOf(row, thesis));
    if (about.length > 0) steps.make(tagStep(where, about, thesis, null));
  };
  const triage = (what: Handled, about: readonly Row[] = meant(inHand.current)) => {
    if (!inbox || !canTag || about.length === 0) return;
    steps.make(triageStep(workspace, store, about, what));
    store.clearSelection();
    if (about.length === 1 && what.kind !== "assigned") step(1);
  };

  /** The tag of the row in hand that was put last, or its only one. */
  const recentTag = (row: Row): TagChoice | null => {
    const tags = currentTags(row.id, row.served);
    const tag =
      tags.find((one) => one.thesisId === last.current?.thesis) ?? (tags.length === 1 ? tags[0] : undefined);
    return tag ? { thesis: tag.thesisId, stance: tag.stance, strength: tag.strength } : null;
  };
  const isMine = (row: Row): boolean => {
    const handled = store.get().handled.get(row.id);
    return (handled?.kind === "assigned" ? handled.to?.id : row.assignee) === inbox?.me.id;
  };

  return {
    area,
    inHand,
    last,
    store,
    steps,
    order,
    meant,
    step,
    peek,
    open,
    put,
    remove,
    triage,
    recentTag,
    isMine,
    row: () => rows.current.get(inHand.current ?? ""),
    register: (row: Row) => {
      rows.current.set(row.id, row);
      return () => {
        rows.current.delete(row.id);
      };
    },
  };
}
