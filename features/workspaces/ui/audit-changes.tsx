import { useTranslations } from "next-intl";
import type { AuditEntry } from "../schema";
import styles from "./workspaces.module.css";

const shown = 3;
const fields = [
  "name",
  "role",
  "timeZone",
  "currency",
  "ruleTagsSuffice",
  "title",
  "stage",
  "amount",
  "owner",
  "status",
  "statement",
  "keywords",
  "description",
  "domain",
  "round",
  "confidential",
  "url",
  "reason",
  "horizon",
  "color",
  "synonyms",
] as const;

/** Field: before → after, the first few; the rest is counted. */
export function AuditChanges({ changes }: { changes: AuditEntry["changes"] }) {
  const t = useTranslations("settings.activity");
  const all = Object.entries(changes).filter(([, values]) => !values.every(isNothing));
  if (all.length === 0) return null;
  const nameOf = (field: string): string => {
    const known = fields.find((one) => one === field);
    if (known) return t(`fields.${known}`);
    return field.startsWith("tag:") ? t("tag", { thesis: field.slice(4) }) : field;
  };
  const sentence = (field: string, before: unknown, after: unknown): string => {
    const words = { field: nameOf(field), before: brief(before), after: brief(after) };
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

/** At most a line of it; both languages of a text, the parts of an amount. */
function brief(value: unknown): string {
  const text = plain(value);
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(plain).join(", ");
  if (typeof value === "object")
    return [...new Set(Object.values(value).map(plain))].filter(Boolean).join(" / ");
  return String(value);
}
