import { useTranslations } from "next-intl";
import { asFeedProblem } from "@/server/documents/fetch-problems";

/** Why a feed or page could not be read, in the reader's language. */
export function useProblemWords(): (problem: string, detail: string | null) => string {
  const t = useTranslations("feeds.problems");
  return (problem, detail) => {
    const known = asFeedProblem(problem);
    const sentence = t(known);
    return detail && showsDetail.has(known) ? t("withDetail", { sentence, detail }) : sentence;
  };
}

/** Where the detail (a status, a code) tells an administrator something. */
const showsDetail = new Set(["connection", "tls", "blocked", "status", "address", "bad-address", "other"]);
