import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { Callout } from "@/components/layout/callout";
import { Columns } from "@/components/layout/columns";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import { ClientMessages } from "@/i18n/client-messages";
import type { Deal, DealMove, Stage } from "../schema";
import { DealFacts } from "./deal-facts";
import { DealMarks } from "./deal-marks";
import styles from "./deals.module.css";
import { StageBar } from "./stage-bar";

type Props = {
  slug: string;
  timeZone: string;
  deal: Deal;
  moves: DealMove[];
  /** Of the deal's pipeline. */
  stages: Stage[];
  canWrite: boolean;
  /** The shared tag editor, set up for this deal. */
  tagEditor: ReactNode;
  notes: ReactNode;
};

/** Everything about one deal; rendered on the server. */
export function DealPage({ slug, timeZone, deal, moves, stages, canWrite, tagEditor, notes }: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const stageName = useStageName();
  const company = readName(deal.company.name, locale).main;
  const base = `/w/${slug}`;
  return (
    <>
      <PageHeader
        title={
          <>
            {[company, deal.round && stageName(deal.round)].filter(Boolean).join(" · ")}
            <DealMarks deal={deal} />
          </>
        }
        description={localizedText(deal.stageName, locale)}
        actions={canWrite && <LinkButton href={`${base}/deals/${deal.id}/edit`}>{t("page.edit")}</LinkButton>}
        breadcrumbs={[{ label: t("title"), href: `${base}/deals` }]}
      />
      {deal.example && <Callout tone="warning">{t("page.exampleNote")}</Callout>}
      {deal.confidential && <Callout tone="warning">{t("page.confidentialNote")}</Callout>}
      {canWrite && (
        <ClientMessages of={["deals.page", "deals.reason", "deals.errors", "deals.board"]}>
          <StageBar slug={slug} deal={deal} stages={stages} />
        </ClientMessages>
      )}
      <Columns
        main={
          <>
            <Said title={t("page.passed")} said={deal.passReason} />
            <Said title={t("page.revisit")} said={deal.revisitIf} />
            <Said title={t("page.next")} said={deal.nextStep} />
            <Section title={t("page.tags")}>{tagEditor}</Section>
            <Section title={t("page.history")}>
              <Timeline moves={moves} timeZone={timeZone} />
            </Section>
            {notes}
          </>
        }
        side={
          <Section title={t("page.facts")} framed>
            <DealFacts
              deal={deal}
              company={<Link href={`${base}/companies/${deal.companyId}`}>{company}</Link>}
            />
          </Section>
        }
      />
    </>
  );
}

function Said({ title, said }: { title: string; said: string | null }) {
  if (!said) return null;
  return (
    <Section title={title}>
      <p className={text.written}>{said}</p>
    </Section>
  );
}

/** The stages the deal went through, newest first, and how long it stayed in each. */
function Timeline({ moves, timeZone }: { moves: DealMove[]; timeZone: string }) {
  const t = useTranslations("deals.page");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <ol className={styles.timeline}>
      {moves.map((move) => (
        <li key={move.id} data-present={move.leftAt === null || undefined}>
          <h3>{headline(move)}</h3>{" "}
          <span className={text.muted}>
            · {t(move.leftAt === null ? "stayedSoFar" : "stayed", { count: move.days })}
          </span>
          <div className={text.muted}>
            <time dateTime={move.movedAt}>
              {format.dateTime(new Date(move.movedAt), { dateStyle: "medium", timeStyle: "short", timeZone })}
            </time>{" "}
            · {move.by}
          </div>
          {move.reason && <p className={text.written}>{move.reason}</p>}
        </li>
      ))}
    </ol>
  );

  function headline(move: DealMove): string {
    const stage = localizedText(move.toName, locale);
    return move.fromName
      ? t("movedTo", { from: localizedText(move.fromName, locale), stage })
      : t("entered", { stage });
  }
}
