import { useFormatter, useTranslations } from "next-intl";
import type { CompanyHistory } from "../schema";
import styles from "./companies.module.css";

type Entry = CompanyHistory["data"][number];

const named = [
  "name",
  "formerNames",
  "domain",
  "country",
  "stage",
  "foundedYear",
  "creditCode",
  "description",
  "descriptionZh",
] as const;

/** Who changed what, newest first; the values themselves stay in the audit. */
export function CompanyChanges({ history, timeZone }: { history: Entry[]; timeZone: string }) {
  const t = useTranslations("companies");
  const format = useFormatter();

  const sentence = ({ by, operation, fields }: Entry): string => {
    if (operation === "company.create" && !fields.some(isTag)) return t("page.created", { by });
    if (fields.some(isTag))
      return t("page.tagged", { by, fields: format.list(fields.map((field) => field.replace(/^tag:/, ""))) });
    const words = fields.map((field) => {
      const known = named.find((one) => one === field);
      return known ? t(`fields.${known}`) : field;
    });
    return t("page.changed", { by, fields: format.list(words) });
  };

  return (
    <ol className={`${styles.list} ${styles.panel}`}>
      {history
        .filter((entry) => entry.fields.length > 0)
        .map((entry) => (
          <li key={entry.id}>
            <span>{sentence(entry)}</span>
            <time dateTime={entry.at} className={styles.muted}>
              {format.dateTime(new Date(entry.at), { dateStyle: "medium", timeStyle: "short", timeZone })}
            </time>
          </li>
        ))}
    </ol>
  );
}

function isTag(field: string): boolean {
  return field.startsWith("tag:");
}
