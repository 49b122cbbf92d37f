import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkedPanel } from "@/components/layout/linked-panel";
import list from "@/components/layout/list.module.css";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import type { ThesisCounts } from "../schema";
import styles from "./theses.module.css";

type Name = { en: string | null; zh: string | null };
type Props = {
  slug: string;
  /** The thesis' slug: the lists' filter. */
  thesis: string;
  timeZone: string;
  counts: Omit<ThesisCounts, "thesisId">;
  news: { id: string; title: string; language: string; publishedAt: string }[];
  companies: { id: string; name: Name }[];
  deals: {
    id: string;
    company: { name: Name };
    stageName: { en: string; zh: string };
    round: string | null;
    example: boolean;
  }[];
};

/** What carries the thesis: latest news, companies, deals, with a way to all of each. */
export function ThesisLists({ slug, thesis, timeZone, counts, news, companies, deals }: Props) {
  const t = useTranslations("theses.page");
  const locale = useLocale();
  const stageName = useStageName();
  const path = (section: string) => `/w/${slug}/${section}`;
  const all = (section: string) => `${path(section)}?thesis=${thesis}`;
  return (
    <div className={styles.columns}>
      <Part
        title={t("news")}
        href={all("news")}
        all={t("allNews", { count: counts.news })}
        empty={t("noNews")}
      >
        {news.map((item) => (
          <li key={item.id}>
            <Link href={`${path("news")}/${item.id}`} lang={item.language}>
              {item.title}
            </Link>
            <time className={text.muted} dateTime={item.publishedAt}>
              {formatInstant(item.publishedAt, timeZone, locale, "day")}
            </time>
          </li>
        ))}
      </Part>
      <Part
        title={t("companies")}
        href={all("companies")}
        all={t("allCompanies", { count: counts.companies })}
        empty={t("noCompanies")}
      >
        {companies.map((company) => (
          <li key={company.id}>
            <Link href={`${path("companies")}/${company.id}`}>{localizedText(company.name, locale)}</Link>
          </li>
        ))}
      </Part>
      <Part
        title={t("deals")}
        href={all("deals")}
        all={t("allDeals", { count: counts.deals })}
        empty={t("noDeals")}
      >
        {deals.map((deal) => (
          <li key={deal.id}>
            <span>
              <Link href={`${path("deals")}/${deal.id}`}>{localizedText(deal.company.name, locale)}</Link>{" "}
              {deal.example && <StatusBadge>{t("example")}</StatusBadge>}
            </span>
            <span className={text.muted}>
              {[localizedText(deal.stageName, locale), deal.round && stageName(deal.round)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </Part>
    </div>
  );
}

type PartProps = { title: string; href: string; all: string; empty: string; children: ReactNode[] };

function Part({ title, href, all, empty, children }: PartProps) {
  return (
    <LinkedPanel title={title} href={href} all={children.length > 0 && all}>
      {children.length === 0 ? (
        <p className={text.muted}>{empty}</p>
      ) : (
        <ul className={list.rows}>{children}</ul>
      )}
    </LinkedPanel>
  );
}
