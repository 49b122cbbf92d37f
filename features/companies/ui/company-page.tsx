import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "../domain";
import type { CompanyDetail, CompanyHistory } from "../schema";
import styles from "./companies.module.css";
import { CompanyChanges } from "./company-changes";
import { CompanyFacts } from "./company-facts";
import { useStageName } from "./parts/stage-name";

type Props = {
  slug: string;
  timeZone: string;
  company: CompanyDetail;
  history: CompanyHistory["data"];
  theses: readonly { slug: string; name: { en: string; zh: string } }[];
  canWrite: boolean;
  /** The shared tag editor, set up for this company. */
  tagEditor: ReactNode;
  notes: ReactNode;
};

/** Everything about one company; rendered on the server. */
export function CompanyPage({ slug, timeZone, company, history, theses, canWrite, tagEditor, notes }: Props) {
  const t = useTranslations("companies");
  const locale = useLocale();
  const { main, other } = readName(company.name, locale);
  const base = `/w/${slug}`;
  const actions = canWrite && (
    <>
      <LinkButton href={`${base}/companies/${company.id}/edit`}>{t("page.edit")}</LinkButton>
      <LinkButton href={`${base}/deals/new?company=${company.id}`} look="primary">
        {t("page.logDeal")}
      </LinkButton>
    </>
  );
  const changes = history.filter(({ fields }) => fields.length > 0);
  const formerly =
    company.formerNames.length > 0 && t("page.formerly", { names: company.formerNames.join(", ") });
  return (
    <>
      <PageHeader
        title={main}
        description={[other, formerly].filter(Boolean).join(" · ") || undefined}
        actions={actions}
        breadcrumbs={[{ label: t("title"), href: `${base}/companies` }]}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <About company={company} locale={locale} />
          <Section id="tags" title={t("page.tags")}>
            {tagEditor}
          </Section>
          <Section id="deals" title={t("page.deals")}>
            <Deals slug={slug} timeZone={timeZone} deals={company.deals} />
          </Section>
          <Section id="news" title={t("page.news")}>
            <News slug={slug} timeZone={timeZone} company={company} name={main} />
          </Section>
          {notes}
        </div>
        <div className={styles.side}>
          <Section id="facts" title={t("page.facts")}>
            <CompanyFacts company={company} />
          </Section>
          {changes.length > 0 && (
            <Section id="history" title={t("page.history")}>
              <CompanyChanges history={changes} theses={theses} timeZone={timeZone} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

/** The reader's language first; the other one below it when both were written. */
function About({ company, locale }: { company: CompanyDetail; locale: string }) {
  const t = useTranslations("companies.page");
  const both = [
    { lang: "en", text: company.description },
    { lang: "zh", text: company.descriptionZh },
  ];
  const written = (locale.startsWith("zh") ? both.reverse() : both).filter(({ text }) => text);
  if (written.length === 0) return null;
  return (
    <Section id="about" title={t("about")}>
      {written.map(({ lang, text }) => (
        <p key={lang} lang={lang} className={styles.prose}>
          {text}
        </p>
      ))}
    </Section>
  );
}

function Deals({ slug, timeZone, deals }: { slug: string; timeZone: string; deals: CompanyDetail["deals"] }) {
  const t = useTranslations("companies.page");
  const locale = useLocale();
  const stageName = useStageName();
  const format = useFormatter();
  if (deals.length === 0) return <p className={styles.muted}>{t("noDeals")}</p>;
  return (
    <ul className={`${styles.list} ${styles.panel}`}>
      {deals.map((deal) => (
        <li key={deal.id}>
          <span>
            <Link href={`/w/${slug}/deals/${deal.id}`}>
              {deal.round ? stageName(deal.round) : localizedText(deal.stageName, locale)}
            </Link>
            {deal.confidential && <span className={styles.badge}>{t("confidential")}</span>}
            {deal.example && <span className={styles.badge}>{t("example")}</span>}
          </span>
          <span className={styles.muted}>
            {deal.amount && `${amountText(deal.amount, locale)} · `}
            {localizedText(deal.stageName, locale)} ·{" "}
            {format.dateTime(new Date(deal.updatedAt), { dateStyle: "medium", timeZone })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Deals know more about money; here it is only printed, digit by digit as stored. */
function amountText(amount: { value: string; currency: string }, locale: string): string {
  // Intl.NumberFormat takes decimal text (ES2023); TypeScript's name for it is a template literal of numbers.
  const decimal = amount.value as `${number}`;
  const options = {
    style: "currency",
    currency: amount.currency,
    notation: "compact",
    minimumFractionDigits: 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(decimal);
}

type NewsProps = { slug: string; timeZone: string; company: CompanyDetail; name: string };

function News({ slug, timeZone, company, name }: NewsProps) {
  const t = useTranslations("companies.page");
  const format = useFormatter();
  if (company.news.length === 0) return <p className={styles.muted}>{t("noNews")}</p>;
  return (
    <>
      <ul className={`${styles.list} ${styles.panel}`}>
        {company.news.map((item) => (
          <li key={item.id}>
            <Link href={`/w/${slug}/news/${item.id}`} lang={item.language}>
              {item.title}
            </Link>
            <time dateTime={item.publishedAt} className={styles.muted}>
              {format.dateTime(new Date(item.publishedAt), { dateStyle: "medium", timeZone })}
            </time>
          </li>
        ))}
      </ul>
      <p className={styles.muted}>
        <Link href={`/w/${slug}/news?company=${company.id}`}>{t("allNews", { name })}</Link>
      </p>
    </>
  );
}
