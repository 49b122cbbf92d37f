"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { createCompanyAction, findCompaniesAction } from "@/features/companies/actions";
import { confirmCompanyAction, linkCompanyAction, unlinkCompanyAction } from "../../actions";
import type { NewsCompany } from "../../schema";
import styles from "./company-links.module.css";

type Company = { id: string; name: { en: string | null; zh: string | null } };
type Props = {
  workspace: string;
  newsId: string;
  companies: readonly NewsCompany[];
  canWrite: boolean;
  /** Outside of a page that is read anew by itself. */
  onChanged?: () => void;
};

const waitMs = 250;

/** The companies an item is about; more are found by typing a part of their name. */
export function CompanyLinks({ workspace, newsId, companies, canWrite, onChanged }: Props) {
  const t = useTranslations("news.companies");
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Company[] | null>(null);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    const q = text.trim();
    if (!q) return setFound(null);
    let current = true;
    const timer = setTimeout(async () => {
      const result = await findCompaniesAction(workspace, { q, limit: 8 });
      if (current && result.ok) setFound(result.data.data);
    }, waitMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, workspace]);

  const change = (door: typeof linkCompanyAction, company: string) =>
    act(() => door(workspace, { id: newsId, company }));
  /** A company nobody wrote down yet, by what was typed; the item is about it. */
  const create = (name: string) =>
    act(async () => {
      const made = await createCompanyAction(workspace, {
        name: /\p{Script=Han}/u.test(name) ? { zh: name } : { en: name },
      });
      return made.ok ? linkCompanyAction(workspace, { id: newsId, company: made.data.id }) : made;
    });
  const act = (send: () => Promise<{ ok: true } | { ok: false; error: { message: string } }>) =>
    startTransition(async () => {
      const result = await send();
      if (!result.ok) notify({ tone: "negative", message: result.error.message });
      setText("");
      if (onChanged) onChanged();
      else router.refresh();
    });
  const offered = found?.filter((company) => !companies.some((one) => one.id === company.id));

  return (
    <div aria-busy={pending}>
      {companies.length === 0 && <p className={styles.muted}>{t("none")}</p>}
      <ul className={styles.companies}>
        {companies.map((company) => (
          <li key={company.id}>
            <Link href={`/w/${workspace}/companies/${company.id}`} prefetch={false}>
              {localizedText(company.name, locale)}
            </Link>
            {company.words.length > 0 && (
              <span className={styles.muted}>{t("found", { words: company.words.join(" · ") })}</span>
            )}
            {canWrite && company.found && (
              <Button
                look="quiet"
                icon
                aria-label={t("confirm", { name: localizedText(company.name, locale) })}
                onClick={() => change(confirmCompanyAction, company.id)}
              >
                <Icon name="check" size={12} />
              </Button>
            )}
            {canWrite && (
              <Button
                look="quiet"
                icon
                aria-label={t(company.found ? "reject" : "remove", {
                  name: localizedText(company.name, locale),
                })}
                onClick={() => change(unlinkCompanyAction, company.id)}
              >
                <Icon name="close" size={12} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className={styles.find}>
          <label htmlFor={id}>{t("add")}</label>
          <input
            id={id}
            type="search"
            className={styles.input}
            value={text}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <div role="status" className={styles.muted}>
            {offered?.length === 0 && t("nothing")}
          </div>
          {offered && !offered.some((company) => namesOf(company).includes(text.trim().toLowerCase())) && (
            <Button onClick={() => create(text.trim())}>
              <Icon name="plus" size={12} />
              {t("create", { name: text.trim() })}
            </Button>
          )}
          {offered && offered.length > 0 && (
            <ul className={styles.offered}>
              {offered.map((company) => (
                <li key={company.id}>
                  <Button onClick={() => change(linkCompanyAction, company.id)}>
                    <Icon name="plus" size={12} />
                    {localizedText(company.name, locale)}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

function namesOf({ name }: Company): (string | undefined)[] {
  return [name.en?.toLowerCase(), name.zh?.toLowerCase()];
}
