"use client";

import { useErrorText } from "@/components/form/use-error-text";
import type { Run } from "../schema";
import { runError } from "./parts/run-progress";
import styles from "./parts/runs.module.css";

export function WhyFailed({ run }: { run: Run }) {
  const errorText = useErrorText();
  return (
    <p role="alert" className={styles.problem}>
      {runError(run, errorText)}
    </p>
  );
}
