"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "@/components/icons";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { confirmCompanyAction, linkCompanyAction, unlinkCompanyAction } from "../../actions";
import type { NewsCompany } from "../../schema";
import styles from "./company-links.module.css";

const CompanyPicker = dynamic(() =>
  import("@/features/companies/ui/parts/company-picker").then((module) => module.CompanyPicker),
);

type Props = {
  workspace: string;
  newsId: string;
  companies: readonly NewsCompany[];
  canWrite: boolean;
  /** Outside of a page that is read anew by itself. */
  onChanged?: () => void;
};

/** The companies an item is about; more are found by typing a part of their name. */
export function CompanyLinks({ workspace, newsId, companies, canWrite, onChanged }: Props) {
  const t = useTranslations("news.companies");
  const locale = useLocale();
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  const change = (door: typeof linkCompanyAction, company: string) =>
    act(() => door(workspace, { id: newsId, company }));
  const act = (send: () => Promise<{ ok: true } | { ok: false; error: { message: string } }>) =>
    startTransition(async () => {
      const result = await send();
      if (!result.ok) notify({ tone: "negative", message: result.error.message });
      if (onChanged) onChanged();
      else router.refresh();
    });

  return (
    <div aria-busy={pending}>
      {companies.length === 0 && <p className={text.muted}>{t("none")}</p>}
      <ul className={styles.companies}>
        {companies.map((company) => (
          <li key={company.id}>
            <Link href={`/w/${workspace}/companies/${company.id}`} prefetch={false}>
              {localizedText(company.name, locale)}
            </Link>
            {company.words.length > 0 && (
              <span className={text.muted}>{t("found", { words: company.words.join(" · ") })}</span>
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
        <CompanyPicker
          workspace={workspace}
          label={t("add")}
          value={null}
          onPick={(company) => company && change(linkCompanyAction, company.id)}
          without={companies.map(({ id }) => id)}
          several
        />
      )}
    </div>
  );
}
