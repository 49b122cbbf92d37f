import { useLocale, useMessages, useTranslations } from "next-intl";
import { formatInstant } from "@/components/text/format-date";
import { listText } from "@/components/text/list-text";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import type { AuditEntry } from "../schema";
import { auditedFields } from "./audited-fields";
import styles from "./workspaces.module.css";

const shown = 3;
/** Field: before → after, the first few; the rest is counted. */
export function AuditChanges({ changes, timeZone }: { changes: AuditEntry["changes"]; timeZone: string }) {
  const t = useTranslations("settings.activity");
  const inWords = useValues(timeZone);
  const all = Object.entries(changes).filter(([, values]) => !values.every(isNothing));
  if (all.length === 0) return null;
  const nameOf = (field: string): string => {
    const known = auditedFields.find((one) => one === field);
    if (known) return t(`fields.${known}`);
    return field.startsWith("tag:") ? t("tag", { thesis: field.slice(4) }) : field;
  };
  const sentence = (field: string, before: unknown, after: unknown): string => {
    const words = {
      field: nameOf(field),
      before: brief(inWords(field, before)),
      after: brief(inWords(field, after)),
    };
    if (isNothing(before)) return t("from", words);
    return isNothing(after) ? t("gone", words) : t("was", words);
  };
  return (
    <ul className={styles.changes}>
      {all.slice(0, shown).map(([field, [before, after]]) => (
        <li key={field}>{sentence(field, before, after)}</li>
      ))}
      {all.length > shown && <li>{t("more", { count: all.length - shown })}</li>}
    </ul>
  );
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** At most a line of it. */
function brief(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

/** Fields whose values are words of ours. */
const choices = {
  stance: "stance",
  kind: "newsKind",
  role: "role",
  origin: "origin",
} as const;

/** A value as the reader's language says it: both languages of a text, the parts of an amount, days, choices. */
function useValues(timeZone: string): (field: string, value: unknown) => string {
  const t = useTranslations("settings.activity");
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = useMessages().fields.values;
  const locale = useLocale();
  const stageName = useStageName();
  const inWords = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value))
      return listText(
        value.map((one) => inWords(field, one)),
        locale,
      );
    if (typeof value === "object")
      return [...new Set(Object.values(value).map((one) => inWords("", one)))].filter(Boolean).join(" / ");
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d(T|$)/.test(text))
      return formatInstant(text, timeZone, locale, text.includes("T") ? "time" : "day");
    if (field === "round" || field === "stage") return stageName(text);
    const group = Object.entries(choices).find(([name]) => name === field)?.[1];
    return (group && known[group]?.[text]) || text;
  };
  return inWords;
}
