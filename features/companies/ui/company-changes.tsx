import { useFormatter, useLocale, useTranslations } from "next-intl";
import list from "@/components/layout/list.module.css";
import { Panel } from "@/components/layout/panel";
import text from "@/components/layout/text.module.css";
import { localizedText } from "@/components/text/localized-text";
import { companyFields } from "../domain";
import type { CompanyHistory } from "../schema";

type Entry = CompanyHistory["data"][number];
type Props = {
  history: Entry[];
  /** Whose names stand for the slugs of tags. */
  theses: readonly { slug: string; name: { en: string; zh: string } }[];
  timeZone: string;
};

/** Who changed what, newest first; the values themselves stay in the audit. */
export function CompanyChanges({ history, theses, timeZone }: Props) {
  const t = useTranslations("companies");
  const locale = useLocale();
  const thesisName = (slug: string) =>
    localizedText(theses.find((one) => one.slug === slug)?.name ?? { en: slug }, locale);
  const format = useFormatter();

  const sentence = ({ by, operation, fields }: Entry): string => {
    if (operation === "company.create" && !fields.some(isTag)) return t("page.created", { by });
    if (fields.some(isTag))
      return t("page.tagged", {
        by,
        fields: format.list(fields.map((field) => thesisName(field.replace(/^tag:/, "")))),
      });
    const words = fields.map((field) => {
      const known = companyFields.find((one) => one === field);
      return known ? t(`fields.${known}`) : field;
    });
    return t("page.changed", { by, fields: format.list(words) });
  };

  return (
    <Panel>
      <ol className={list.rows}>
        {history.map((entry) => (
          <li key={entry.id}>
            <span>{sentence(entry)}</span>
            <time dateTime={entry.at} className={text.muted}>
              {format.dateTime(new Date(entry.at), { dateStyle: "medium", timeStyle: "short", timeZone })}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function isTag(field: string): boolean {
  return field.startsWith("tag:");
}
