"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import form from "@/components/form/form.module.css";
import { Popover } from "@/components/overlay/popover";
import styles from "./filter-box.module.css";
import type { FilterLanguage, FilterOption } from "./filter-definitions";

const load = () => import("./filter-box-editor");
const Editor = dynamic(() => load().then((module) => module.FilterBoxEditor), { ssr: false });

export type FilterBoxProps = {
  /** The whole filter in force, as a person would type it. */
  text: string;
  /** The parameters it stands in now. */
  names: readonly string[];
  placeholder: string;
  examples: readonly { text: string; meaning: string }[];
  whenEmpty?: Readonly<Record<string, string>>;
  /** What can be asked here; null when it cannot be had. */
  language: () => Promise<FilterLanguage | null>;
  /** Values of a field that only the server knows. */
  values: (path: string, typed: string) => Promise<readonly FilterOption[]>;
};

/**
 * The filter as one line of text. Until it has the focus it is a plain field: the parser and the list of what could be meant
 * arrive then, and the field goes on with what was typed meanwhile.
 */
export function FilterBox(props: FilterBoxProps) {
  const { text: inForce, placeholder, examples } = props;
  const t = useTranslations("filter.box");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ text: inForce, inForce });
  const [ready, setReady] = useState(false);
  // Another filter in the address is another text here.
  if (typed.inForce !== inForce) setTyped({ text: inForce, inForce });
  const setText = (text: string) => setTyped({ text, inForce });

  const prepare = () => void load().then(() => setReady(true));
  return (
    <div className={styles.box}>
      {ready ? (
        <Editor {...props} text={typed.text} onText={setText} start={field} />
      ) : (
        <div className={form.field}>
          <label htmlFor={id} className={form.label}>
            {t("label")}
          </label>
          <input
            id={id}
            ref={field}
            className={form.input}
            value={typed.text}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            onFocus={prepare}
          />
        </div>
      )}
      <Popover
        label={t("help")}
        className={styles.help}
        align="end"
        trigger={<span aria-hidden="true">?</span>}
      >
        {() => (
          <div className={styles.examples}>
            <p className={styles.examplesTitle}>{t("examples")}</p>
            <dl>
              {examples.map(({ text, meaning }) => (
                <div key={text}>
                  <dt>
                    <code>{text}</code>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
            <p>{t("keys")}</p>
          </div>
        )}
      </Popover>
    </div>
  );
}
