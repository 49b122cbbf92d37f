"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { FormField } from "@/components/form/form-field";
import { createCompanyAction } from "@/features/companies/actions";
import { readName } from "@/features/companies/domain";
import styles from "./deals.module.css";
import { type FoundCompany, useCompanySearch } from "./use-company-search";

type Props = {
  slug: string;
  /** The company chosen so far. */
  value: Pick<FoundCompany, "id" | "name"> | null;
  error: string | undefined;
};

/**
 * The company of a deal: type a part of the name and choose with the arrow keys, or add a company by what was typed.
 * Carries the id in a hidden field `companyId`; changing the text takes the choice back.
 */
export function CompanyPicker({ slug, value, error }: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const nameOf = (name: FoundCompany["name"]) => readName(name, locale).main;
  const listId = useId();
  const [chosen, setChosen] = useState(value?.id ?? "");
  const [text, setText] = useState(value ? nameOf(value.name) : "");
  const [note, setNote] = useState("");
  const [at, setAt] = useState(-1);
  const { found, state, search, close } = useCompanySearch(slug);

  const typed = text.trim();
  const known = found?.some(({ name }) => name.en === typed || name.zh === typed) ?? false;
  const offersNew = found !== null && typed !== "" && !known;
  const count = (found?.length ?? 0) + (offersNew ? 1 : 0);

  const choose = (company: Pick<FoundCompany, "id" | "name">) => {
    setChosen(company.id);
    setText(nameOf(company.name));
    setAt(-1);
    close();
  };
  const add = async () => {
    const result = await createCompanyAction(slug, { name: typed }).catch(() => null);
    if (!result?.ok)
      return setNote(t(result?.error.code === "CONFLICT" ? "errors.companyExists" : "form.companyFailed"));
    choose(result.data);
    setNote(t("form.companyAdded", { name: nameOf(result.data.name) }));
  };
  const take = (index: number) => {
    const company = found?.[index];
    if (company) choose(company);
    else if (offersNew) void add();
  };

  const point = (index: number) => {
    setAt(index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === "ArrowDown") point((at + 1) % count);
    else if (event.key === "ArrowUp") point(at <= 0 ? count - 1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };

  const status = {
    idle: note,
    searching: t("form.companySearching"),
    done: t("form.companyFound", { count: found?.length ?? 0 }),
    failed: t("form.companyFailed"),
  }[state];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees the focus leave
    <div
      className={styles.picker}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close()}
    >
      <input type="hidden" name="companyId" value={chosen} />
      <FormField
        name="company"
        label={t("fields.company")}
        hint={t("form.companyHint")}
        error={error}
        required
      >
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={count > 0}
            aria-controls={listId}
            aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen("");
              setAt(-1);
              search(event.target.value);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </FormField>
      <div
        id={listId}
        role="listbox"
        aria-label={t("fields.company")}
        hidden={count === 0}
        className={styles.found}
      >
        {[...(found ?? []), ...(offersNew ? [null] : [])].map((company, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the text field, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
          <div
            key={company?.id ?? "new"}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            {company ? <Option company={company} locale={locale} /> : t("form.companyNew", { name: typed })}
          </div>
        ))}
      </div>
      <p role="status" className={state === "failed" || note ? styles.muted : "visually-hidden"}>
        {status}
      </p>
    </div>
  );
}

function Option({ company, locale }: { company: FoundCompany; locale: string }) {
  const { main, other } = readName(company.name, locale);
  const more = [other, company.domain].filter(Boolean).join(" · ");
  return (
    <>
      {main}
      {more && <small>{more}</small>}
    </>
  );
}
