"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/form/button";
import { notify } from "@/components/overlay/notify";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { refreshFeedAction, updateFeedAction } from "../actions";
import styles from "./feeds.module.css";

type Props = {
  workspace: string;
  feed: { id: string; title: string; status: "active" | "failing" | "paused" };
  canWrite: boolean;
  /** In a table: the feed's name stands in the row and is said to screen readers only. */
  small?: boolean;
};

/** Reads a feed now and says what that brought; pauses or resumes it. */
export function FeedActions({ workspace, feed, canWrite, small = false }: Props) {
  const t = useTranslations("feeds.actions");
  const words = useProblemWords();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const paused = feed.status === "paused";

  const refresh = () =>
    startTransition(async () => {
      const result = await refreshFeedAction(workspace, { id: feed.id });
      if (!result.ok) notify({ tone: "negative", title: feed.title, message: result.error.message });
      else if (result.data.outcome === "failed") {
        notify({ tone: "negative", title: feed.title, message: words(result.data.problem ?? "other", null) });
      } else {
        const { created, updated, repeated, unread } = result.data;
        const said = [
          created + updated > 0 ? t("brought", { created, updated }) : t("nothingNew"),
          repeated > 0 && t("repeated", { count: repeated }),
          unread > 0 && t("unread", { count: unread }),
        ];
        notify({
          tone: "positive",
          title: feed.title,
          message: said.filter(Boolean).join(" "),
        });
      }
      router.refresh();
    });
  const toggle = () =>
    startTransition(async () => {
      const result = await updateFeedAction(workspace, { id: feed.id, status: paused ? "active" : "paused" });
      if (!result.ok) notify({ tone: "negative", title: feed.title, message: result.error.message });
      router.refresh();
    });
  const look = small ? "quiet" : "default";
  return (
    <span className={small ? `${styles.actions} ${styles.small}` : styles.actions}>
      <Button
        look={look}
        aria-disabled={pending}
        aria-label={small ? t("refreshOf", { title: feed.title }) : undefined}
        onClick={() => pending || refresh()}
      >
        {pending ? t("working") : t("refresh")}
      </Button>
      {canWrite && (
        <Button
          look={look}
          aria-disabled={pending}
          aria-label={small ? t(paused ? "resumeOf" : "pauseOf", { title: feed.title }) : undefined}
          onClick={() => pending || toggle()}
        >
          {t(paused ? "resume" : "pause")}
        </Button>
      )}
    </span>
  );
}
