import { useTranslations } from "next-intl";
import { companyStages } from "../domain";

/** A funding stage in words; one the product does not know is shown as it was written. */
export function useStageName(): (stage: string) => string {
  const t = useTranslations("companies.stages");
  return (stage) => {
    const known = companyStages.find((one) => one === stage);
    return known ? t(known) : stage;
  };
}
