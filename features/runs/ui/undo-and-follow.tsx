"use client";

import { useRouter } from "next/navigation";
import type { Run } from "../schema";
import { UndoRunButton } from "./parts/undo-run-button";

/** Undoes a run, and shows the run that does. */
export function UndoAndFollow({ slug, run }: { slug: string; run: Run }) {
  const router = useRouter();
  return (
    <UndoRunButton
      slug={slug}
      run={run}
      onStarted={({ id }) => router.push(`/w/${slug}/settings/runs/${id}`)}
    />
  );
}
