"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { Icon } from "@/components/icons";
import { notify } from "@/components/overlay/notify";
import { listText } from "@/components/text/list-text";
import { acceptSuggestionAction, rejectSuggestionAction } from "../actions";
import styles from "./suggestion-chips.module.css";

/** A suggestion with its thesis' name in the reader's language. */
export type ShownSuggestion = {
  thesisId: string;
  name: string;
  colorIndex: number;
  /** Null: its keywords alone say so, which know none. */
  probability: number | null;
  words: readonly string[];
};

type Props = {
  /** The workspace's slug. */
  workspace: string;
  newsId: string;
  title: string;
  suggestions: readonly ShownSuggestion[];
};

/**
 * The theses suggested for an item, what made the model say so, and a button each to accept or reject; keys press those of
 * the first. Shown within `ClientMessages of "suggestions.chips"`.
 */
export function SuggestionChips({ workspace, newsId, title, suggestions }: Props) {
  const t = useTranslations("suggestions.chips");
  const router = useRouter();
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const open = suggestions.filter(({ thesisId }) => !answered.includes(thesisId));

  const answer = async ({ thesisId, name }: ShownSuggestion, accepted: boolean) => {
    setAnswered((before) => [...before, thesisId]);
    const save = accepted ? acceptSuggestionAction : rejectSuggestionAction;
    const result = await save(workspace, { id: newsId, thesis: thesisId }).catch(() => null);
    if (result?.ok) {
      notify({ tone: "positive", message: t(accepted ? "accepted" : "rejected", { thesis: name }) });
      router.refresh();
      return;
    }
    setAnswered((before) => before.filter((one) => one !== thesisId));
    notify({ tone: "negative", message: t("failed", { reason: result?.error.message ?? "" }) });
  };

  if (open.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t("label", { title })}>
      {open.map((suggestion) => (
        <Chip key={suggestion.thesisId} suggestion={suggestion} onAnswer={answer} />
      ))}
    </ul>
  );
}

type ChipProps = {
  suggestion: ShownSuggestion;
  onAnswer: (suggestion: ShownSuggestion, accepted: boolean) => Promise<void>;
};

function Chip({ suggestion, onAnswer }: ChipProps) {
  const t = useTranslations("suggestions.chips");
  const format = useFormatter();
  const locale = useLocale();
  const { name, colorIndex, probability, words } = suggestion;
  const because = { words: listText(words, locale) };
  const why =
    probability === null
      ? t("whyKeywords", because)
      : t("why", {
          ...because,
          percent: format.number(probability, { style: "percent", maximumFractionDigits: 0 }),
        });
  const button = (accepted: boolean) => (
    <button
      type="button"
      className={styles.answer}
      data-answer={accepted ? "accept" : "reject"}
      aria-label={t(accepted ? "accept" : "reject", { thesis: name })}
      title={t(accepted ? "accept" : "reject", { thesis: name })}
      onClick={() => void onAnswer(suggestion, accepted)}
    >
      <Icon name={accepted ? "check" : "close"} size={12} />
    </button>
  );
  return (
    <li className={styles.chip}>
      <SeriesSwatch index={colorIndex} />
      <span className="visually-hidden">{t("suggested")}: </span>
      <span className={styles.name}>{name}?</span>
      <span className={styles.why}>{why}</span>
      {button(true)}
      {button(false)}
    </li>
  );
}
