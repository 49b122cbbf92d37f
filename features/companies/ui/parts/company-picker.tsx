"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Choice, Combobox } from "@/components/overlay/combobox";
import { useSearch } from "@/components/overlay/use-search";
import { folded } from "@/lib/filter/names";
import { createCompanyAction, findCompaniesAction } from "../../actions";
import { readName } from "../../domain";
import type { Company } from "../../schema";

export type PickedCompany = Pick<Company, "id" | "name">;

type Props = {
  workspace: string;
  label: ReactNode;
  /** Chosen so far; changing the text takes the choice back. */
  value: PickedCompany | null;
  onPick: (company: PickedCompany | null) => void;
  /** Those not to offer. */
  without?: readonly string[];
  /** One after the other: the field is empty again after each. */
  several?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
};

/** `company`: null for the choice to write down a new one by the text. */
type Offer = Choice & { company: PickedCompany | null };

const maxShown = 8;

/** Finds a company by a part of its name, or writes down a new one by what was typed. */
export function CompanyPicker({ workspace, value, onPick, without = [], several = false, ...field }: Props) {
  const t = useTranslations("companies.picker");
  const locale = useLocale();
  const nameOf = (company: PickedCompany) => readName(company.name, locale).main;
  const [text, setText] = useState(value ? nameOf(value) : "");
  const [note, setNote] = useState("");
  const typed = text.trim();

  const { state, found } = useSearch(value ? "" : text, async (q) => {
    const result = await findCompaniesAction(workspace, { q, limit: maxShown });
    if (!result.ok) throw new Error(result.error.message);
    return result.data.data;
  });
  const offers: Offer[] = found
    .filter(({ id }) => !without.includes(id))
    .map((company) => ({
      id: company.id,
      label: nameOf(company),
      detail: [readName(company.name, locale).other, company.domain].filter(Boolean).join(" · "),
      company,
    }));
  const known = found.some(({ name }) =>
    [name.en, name.zh].some((one) => one !== null && folded(one) === folded(typed)),
  );
  if (state === "found" && !known)
    offers.push({ id: "new", label: t("create", { name: typed }), company: null });

  const choose = (company: PickedCompany) => {
    setText(several ? "" : nameOf(company));
    onPick(company);
  };
  const create = async () => {
    const result = await createCompanyAction(workspace, { name: typed }).catch(() => null);
    if (!result?.ok) return setNote(t(result?.error.code === "CONFLICT" ? "exists" : "failed"));
    choose(result.data);
    setNote(t("created", { name: nameOf(result.data) }));
  };

  return (
    <Combobox
      {...field}
      text={text}
      onText={(next) => {
        setText(next);
        setNote("");
        if (value) onPick(null);
      }}
      choices={value ? [] : offers}
      onPick={({ company }) => (company ? choose(company) : void create())}
      status={
        state === "searching" ? (
          <span className="visually-hidden">{t("searching")}</span>
        ) : state === "failed" ? (
          t("failed")
        ) : (
          note
        )
      }
    />
  );
}
