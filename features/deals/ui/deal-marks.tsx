import { useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import { StatusBadge } from "@/components/layout/status-badge";
import type { Deal } from "../schema";
import styles from "./deals.module.css";

/** Says that a deal is confidential, or one of the demo's examples. */
export function DealMarks({ deal }: { deal: Pick<Deal, "confidential" | "example"> }) {
  const t = useTranslations("deals.marks");
  if (!deal.confidential && !deal.example) return null;
  return (
    <span className={styles.marks}>
      {deal.confidential && (
        <StatusBadge>
          <Icon name="lock" size={10} /> {t("confidential")}
        </StatusBadge>
      )}
      {deal.example && <StatusBadge>{t("example")}</StatusBadge>}
    </span>
  );
}
