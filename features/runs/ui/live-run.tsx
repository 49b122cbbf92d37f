"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isOver } from "../domain";
import type { Run } from "../schema";
import { RunProgress } from "./parts/run-progress";
import { useRun } from "./parts/use-run";

type Props = { slug: string; run: Run; canChange: boolean };

/** A run that was open when the page was made, as it gets on; the page is made again when it is over. */
export function LiveRun({ slug, run, canChange }: Props) {
  const router = useRouter();
  const live = useRun(slug, run.id) ?? run;
  const over = isOver(live);
  useEffect(() => {
    if (over) router.refresh();
  }, [over, router]);
  return <RunProgress slug={slug} run={live} canChange={canChange} />;
}
