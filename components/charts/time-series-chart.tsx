"use client";

import dynamic from "next/dynamic";
import styles from "./chart.module.css";
import type { TimeSeriesProps } from "./chart-types";

const Plot = dynamic(() => import("./time-series-plot").then((module) => module.TimeSeriesPlot), {
  ssr: false,
  loading: () => <div className={styles.bone} />,
});

/** Several series over time. Recharts loads after the page; the room is kept. Mostly used through ChartWithTable. */
export function TimeSeriesChart(props: TimeSeriesProps) {
  return (
    <div style={{ minHeight: props.height + 56 }}>
      <Plot {...props} />
    </div>
  );
}
