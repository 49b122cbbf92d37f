"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/form/button";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { fetchFullTextAction } from "../actions";

type Props = {
  workspace: string;
  newsId: string;
  /** Shows the text; without it the page is read again. */
  onDone?: () => void;
};

/** Reads the item's page now, for its whole text. */
export function FullTextButton({ workspace, newsId, onDone }: Props) {
  const t = useTranslations("news.fullText");
  const errorText = useErrorText();
  const problem = useProblemWords();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const get = () =>
    startTransition(async () => {
      const result = await fetchFullTextAction(workspace, { id: newsId });
      if (result.ok) {
        notify({ tone: "positive", message: t("done") });
        return onDone ? onDone() : router.refresh();
      }
      const { key, values, message } = result.error;
      const reason =
        key === "feedUnreadable"
          ? problem(String(values?.problem), String(values?.detail))
          : (errorText(result.error) ?? message);
      notify({ tone: "negative", message: t("failed", { reason }) });
    });
  return (
    <Button onClick={get} disabled={pending} aria-busy={pending}>
      {t(pending ? "reading" : "get")}
    </Button>
  );
}
