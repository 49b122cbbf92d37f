import { useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import type { Deal } from "../schema";
import styles from "./deals.module.css";

/** Says that a deal is confidential, or one of the demo's examples. */
export function DealMarks({ deal }: { deal: Pick<Deal, "confidential" | "example"> }) {
  const t = useTranslations("deals.marks");
  return (
    <>
      {deal.confidential && (
        <span className={styles.mark}>
          <Icon name="lock" size={10} /> {t("confidential")}
        </span>
      )}
      {deal.example && <span className={styles.mark}>{t("example")}</span>}
    </>
  );
}
