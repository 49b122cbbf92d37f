"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Choice, Combobox } from "@/components/overlay/combobox";
import { useSearch } from "@/components/overlay/use-search";
import type { Completion } from "@/lib/filter/complete";
import type { FilterError } from "@/lib/filter/problems";
import type { FilterBoxProps } from "./filter-box";
import styles from "./filter-box.module.css";
import { BoxLanguage } from "./filter-language";
import { useFilters } from "./use-filters";

type Props = FilterBoxProps & {
  onText: (text: string) => void;
  /** The plain field that this one goes on from. */
  start: RefObject<HTMLInputElement | null>;
};

type Offered = Choice & { insert: string };
type At = { text: string; cursor: number };

const nowhere: Completion = { from: 0, to: 0, options: [], ask: null };

/** The filter box with its language: completes at the cursor, says what cannot be read and where, and applies on Enter. */
export function FilterBoxEditor(props: Props) {
  const { text, onText, names, whenEmpty, language: ask, values, placeholder } = props;
  const t = useTranslations("filter.box");
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<At | null>(null);
  const [error, setError] = useState<{ of: FilterError; text: string } | null>(null);
  const [language, setLanguage] = useState<BoxLanguage | "missing" | null>(null);
  const { set, busy } = useFilters(names, ["cursor"], whenEmpty);

  const asked = useRef(ask);
  const arriving = useRef<Promise<BoxLanguage | null>>(null);
  useEffect(() => {
    let gone = false;
    const here = locale.startsWith("zh") ? "zh" : "en";
    arriving.current = asked
      .current()
      .then((fields) => fields && new BoxLanguage(fields, here))
      .catch(() => null);
    arriving.current.then((found) => gone || setLanguage(found ?? "missing"));
    return () => {
      gone = true;
    };
  }, [locale]);
  // It stands where the plain field stood, which had the focus.
  useEffect(() => {
    const field = input.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const known = language instanceof BoxLanguage ? language : null;
  const cursor = at?.text === text ? at.cursor : text.length;
  const completion = known?.complete(text, cursor) ?? nowhere;
  const search = useSearch(
    completion.ask ? `${completion.ask.path} ${completion.ask.typed}` : "",
    async (query) => {
      const [path = "", ...words] = query.split(" ");
      return (await values(path, words.join(" "))).map((option) => ({ path, ...option }));
    },
  );
  const found =
    completion.ask === null ? [] : search.found.filter(({ path }) => path === completion.ask?.path);
  const choices = [
    ...completion.options.map(
      ({ kind, label, insert }): Offered => ({ id: `${kind} ${insert}`, label, insert }),
    ),
    ...found.map((option): Offered => {
      const insert = known?.valueText(option.path, option) ?? option.value;
      const detail = option.label === option.value ? {} : { detail: option.value };
      return { id: `found ${insert}`, label: option.label, ...detail, insert };
    }),
  ];

  const change = (next: string) => {
    setAt({ text: next, cursor: input.current?.selectionStart ?? next.length });
    setError(null);
    onText(next);
  };
  const pick = ({ insert }: Offered) => {
    const behind = text.slice(completion.to);
    const goesOn = /[:(]$/.test(insert) || /^\s/.test(behind);
    const before = `${text.slice(0, completion.from)}${insert}${goesOn ? "" : " "}`;
    setAt({ text: before + behind, cursor: before.length });
    setError(null);
    onText(before + behind);
    requestAnimationFrame(() => input.current?.setSelectionRange(before.length, before.length));
  };
  const apply = async () => {
    // Whoever types fast is done before the language is here.
    const read = (await arriving.current)?.read(text);
    if (!read) return;
    if ("error" in read) {
      setError({ of: read.error, text });
      const { at: from, near } = read.error;
      input.current?.setSelectionRange(from, from + Math.max(near.length, 1));
      return;
    }
    setError(null);
    const none = Object.fromEntries(names.map((name) => [name, null]));
    set({ ...none, where: null, filter: null, ...Object.fromEntries(read.params) });
  };
  return (
    <Combobox<Offered>
      ref={input}
      label={t("label")}
      text={text}
      onText={change}
      choices={choices}
      onPick={pick}
      onEnter={apply}
      placeholder={placeholder}
      error={error?.text === text ? <Mistake text={text} error={error.of} /> : undefined}
      status={language === "missing" ? t("missing") : busy ? t("busy") : null}
    />
  );
}

/** What is wrong, and the text with the place marked. */
function Mistake({ text, error }: { text: string; error: FilterError }) {
  const t = useTranslations("filter.problems");
  const { problem, at, near, values } = error;
  const end = at + (text.startsWith(near, at) ? Math.max(near.length, 1) : 1);
  return (
    <>
      {t(problem, { at: at + 1, near, values: values.join(", ") || "none" })}{" "}
      {text && (
        <code className={styles.place}>
          {text.slice(0, at)}
          <mark>{text.slice(at, end) || " "}</mark>
          {text.slice(end)}
        </code>
      )}
    </>
  );
}
