import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { Columns } from "@/components/layout/columns";
import list from "@/components/layout/list.module.css";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/layout/panel";
import { Section } from "@/components/layout/section";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "../domain";
import type { CompanyDetail, CompanyHistory } from "../schema";
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
      <Columns
        main={
          <>
            <About company={company} locale={locale} />
            <Section title={t("page.tags")}>{tagEditor}</Section>
            <Section title={t("page.deals")}>
              <Deals slug={slug} timeZone={timeZone} deals={company.deals} />
            </Section>
            <Section title={t("page.news")}>
              <News slug={slug} timeZone={timeZone} company={company} name={main} />
            </Section>
            {notes}
          </>
        }
        side={
          <>
            <Section title={t("page.facts")} framed>
              <CompanyFacts company={company} />
            </Section>
            <Section title={t("page.history")}>
              <CompanyChanges history={history} theses={theses} timeZone={timeZone} />
            </Section>
          </>
        }
      />
    </>
  );
}

/** The reader's language first; the other one below it when both were written. */
function About({ company, locale }: { company: CompanyDetail; locale: string }) {
  const t = useTranslations("companies.page");
  const both = [
    { lang: "en", said: company.description },
    { lang: "zh", said: company.descriptionZh },
  ];
  const written = (locale.startsWith("zh") ? both.reverse() : both).filter(({ said }) => said);
  if (written.length === 0) return null;
  return (
    <Section title={t("about")}>
      {written.map(({ lang, said }) => (
        <p key={lang} lang={lang} className={text.written}>
          {said}
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
  if (deals.length === 0) return <p className={text.muted}>{t("noDeals")}</p>;
  return (
    <Panel>
      <ul className={list.rows}>
        {deals.map((deal) => (
          <li key={deal.id}>
            <span>
              <Link href={`/w/${slug}/deals/${deal.id}`}>
                {deal.round ? stageName(deal.round) : localizedText(deal.stageName, locale)}
              </Link>{" "}
              {deal.confidential && <StatusBadge>{t("confidential")}</StatusBadge>}
              {deal.example && <StatusBadge>{t("example")}</StatusBadge>}
            </span>
            <span className={text.muted}>
              {deal.amount && `${amountText(deal.amount, locale)} · `}
              {localizedText(deal.stageName, locale)} ·{" "}
              {format.dateTime(new Date(deal.updatedAt), { dateStyle: "medium", timeZone })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
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
  if (company.news.length === 0) return <p className={text.muted}>{t("noNews")}</p>;
  return (
    <>
      <Panel>
        <ul className={list.rows}>
          {company.news.map((item) => (
            <li key={item.id}>
              <Link href={`/w/${slug}/news/${item.id}`} lang={item.language}>
                {item.title}
              </Link>
              <time dateTime={item.publishedAt} className={text.muted}>
                {format.dateTime(new Date(item.publishedAt), { dateStyle: "medium", timeZone })}
              </time>
            </li>
          ))}
        </ul>
      </Panel>
      <p className={text.muted}>
        <Link href={`/w/${slug}/news?company=${company.id}`}>{t("allNews", { name })}</Link>
      </p>
    </>
  );
}
