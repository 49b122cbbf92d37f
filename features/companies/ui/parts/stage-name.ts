import { useTranslations } from "next-intl";
import { companyStages, normalizeStage } from "../../domain";

/** A funding stage in words; one the product does not know is shown as it was written. */
/** What a funding stage or round is called in the reader's language; one that the screens have no words for, as it was written. */
export function useStageName(): (stage: string) => string {
  const t = useTranslations("companies.stages");
  return (stage) => {
    const known = companyStages.find((one) => one === normalizeStage(stage));
    return known ? t(known) : stage;
  };
}
