import { useTranslations } from "next-intl";
import type { Tone } from "@/components/layout/status-badge";
import type { Run } from "../schema";

export const stateTones: Record<Run["state"], Tone> = {
  queued: "neutral",
  running: "info",
  done: "positive",
  failed: "negative",
  cancelled: "warning",
};

/** What a run is about and what came of it, in words. */
export function useRunWords() {
  const t = useTranslations("runs");
  return {
    kindOf: ({ kind }: Run) => t(`kinds.${kind}`),
    outcomeOf: ({ kind, result, done }: Run) => {
      const count = (name: string) => (typeof result[name] === "number" ? result[name] : 0);
      switch (kind) {
        case "news.import":
          return t("outcomes.import", {
            created: count("created"),
            known: count("known"),
            failed: count("failed"),
          });
        case "news.undoImport":
          return t("outcomes.undoImport", { removed: count("removed"), kept: count("kept") });
        case "rule.apply":
          return t("outcomes.apply", { put: count("put"), removed: count("removed") });
        case "rule.undoApply":
          return t("outcomes.undoApply", { removed: count("removed"), restored: count("restored") });
        case "search.index":
          return t("outcomes.index", { texts: done });
        case "story.place":
          return t("outcomes.place", { joined: count("joined"), alone: count("alone") });
        case "suggestion.train":
          return t("outcomes.train", { examples: done });
      }
    },
  };
}
