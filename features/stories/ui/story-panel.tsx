"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/form/button";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { DateText } from "@/components/text/date-text";
import { joinStoryAction, splitStoryAction } from "../actions";
import type { Story, StoryItem } from "../schema";
import styles from "./stories.module.css";

type Props = {
  workspace: string;
  timeZone: string;
  /** The item whose page this is. */
  itemId: string;
  story: Story;
  similar: readonly StoryItem[];
  canWrite: boolean;
};

/** Who else tells what this item tells, and what looks like it but stands apart; both can be put right. */
export function StoryPanel({ workspace, timeZone, itemId, story, similar, canWrite }: Props) {
  const t = useTranslations("stories");
  const { pending, decide } = useDecision();
  const others = story.items.filter((item) => item.id !== itemId);
  const entry = (item: StoryItem, button: ReactNode) => (
    <Entry key={item.id} workspace={workspace} timeZone={timeZone} item={item}>
      {canWrite && button}
    </Entry>
  );
  return (
    <div aria-busy={pending}>
      <p className={styles.told}>
        {others.length === 0 ? t("alone") : t("told", { sources: story.sourceCount, items: story.itemCount })}
      </p>
      {others.length > 0 && (
        <ol className={styles.items}>
          {others.map((item) =>
            entry(
              item,
              <Button
                aria-label={t("splitLabel", { title: item.title })}
                onClick={() =>
                  decide(() => splitStoryAction(workspace, { id: story.id, item: item.id }), t("apart"))
                }
              >
                {t("split")}
              </Button>,
            ),
          )}
        </ol>
      )}
      {story.itemCount > others.length + 1 && (
        <p className={styles.told}>{t("more", { count: story.itemCount - others.length - 1 })}</p>
      )}
      {similar.length > 0 && (
        <details className={styles.similar}>
          <summary>{t("similar", { count: similar.length })}</summary>
          <ol className={styles.items}>
            {similar.map((item) =>
              entry(
                item,
                <Button
                  aria-label={t("joinLabel", { title: item.title })}
                  onClick={() =>
                    decide(() => joinStoryAction(workspace, { id: story.id, item: item.id }), t("joined"))
                  }
                >
                  {t("join")}
                </Button>,
              ),
            )}
          </ol>
        </details>
      )}
    </div>
  );
}

/** Sends a decision and shows the page as it is then. */
function useDecision() {
  const router = useRouter();
  const errorText = useErrorText();
  const [pending, startTransition] = useTransition();
  const decide = (send: () => ReturnType<typeof joinStoryAction>, done: string) =>
    startTransition(async () => {
      const result = await send();
      if (result.ok) notify({ tone: "positive", message: done });
      else notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
      router.refresh();
    });
  return { pending, decide };
}

type EntryProps = { workspace: string; timeZone: string; item: StoryItem; children: ReactNode };

function Entry({ workspace, timeZone, item, children }: EntryProps) {
  const t = useTranslations("stories");
  return (
    <li>
      <Link href={`/w/${workspace}/news/${item.id}`} prefetch={false}>
        {item.title}
      </Link>
      <span className={styles.about}>
        {item.source ?? t("byHand")} · <DateText value={item.publishedAt} timeZone={timeZone} style="time" />
        {item.settled && <> · {t("settled")}</>}
      </span>
      {children}
    </li>
  );
}
