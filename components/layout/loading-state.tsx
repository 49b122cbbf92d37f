import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import styles from "./states.module.css";

type Props = { kind?: "page" | "table" | "block"; rows?: number; height?: number };

type BoneStyle = CSSProperties & { "--bone-width"?: string; "--bone-height"?: string };

const widths = ["38%", "62%", "51%", "70%", "45%", "58%"];

/** Skeletons in the shape of what comes: a whole page, a table of `rows`, or a block of `height` pixels. */
export function LoadingState({ kind = "page", rows = 8, height = 240 }: Props) {
  const t = useTranslations("common");
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <span className="visually-hidden">{t("loading")}</span>
      {kind === "page" && <Bone width="14rem" height="1.5rem" />}
      {kind === "page" && <Bone width="26rem" />}
      {kind === "block" ? <Bone height={`${height}px`} /> : <Rows count={rows} />}
    </div>
  );
}

function Rows({ count }: { count: number }) {
  return (
    <div className={styles.rows}>
      {Array.from({ length: count }, (_, index) => `row-${index}`).map((key, index) => (
        <div key={key} className={styles.row}>
          <Bone width={widths[index % widths.length]} />
        </div>
      ))}
    </div>
  );
}

function Bone({ width, height }: { width?: string; height?: string }) {
  const style: BoneStyle = { "--bone-width": width, "--bone-height": height, maxWidth: "100%" };
  return <div className={styles.bone} style={style} aria-hidden="true" />;
}
