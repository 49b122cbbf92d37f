"use client";

import dynamic from "next/dynamic";
import styles from "@/components/charts/chart.module.css";
import type { StanceChartProps } from "./stance-types";

const Plot = dynamic(() => import("./stance-plot").then((module) => module.StancePlot), {
  ssr: false,
  loading: () => <div className={styles.bone} />,
});

export function StancePlotLoader(props: StanceChartProps) {
  return (
    <div style={{ minHeight: props.height + 56 }}>
      <Plot {...props} />
    </div>
  );
}
