import { currencyTyped } from "@/lib/text/currencies";
import { readTypedAmount } from "../domain";

/** The fields that can be wrong, by the names the server gives them; "currency" stands for both amounts'. */
export const dealFields = [
  "companyId",
  "stage",
  "round",
  "amount",
  "valuation",
  "currency",
  "ownerId",
  "lead",
  "coInvestors",
  "source",
  "nextStep",
  "reason",
  "revisitIf",
  "confidential",
  "openedOn",
  "theses",
] as const;

/** What the form says, as an operation's input: fields the form did not show are left out. */
export function readDealForm(form: FormData, canFlag: boolean) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const given = (name: string) => (form.has(name) ? { [name]: text(name) } : {});
  const money = (name: string) => {
    const typed = text(name);
    const chosen = text("currency");
    return typed === ""
      ? null
      : { value: readTypedAmount(typed), currency: currencyTyped(typed, chosen) ?? chosen };
  };
  return {
    companyId: text("companyId"),
    round: text("round"),
    amount: money("amount"),
    valuation: money("valuation"),
    ownerId: text("ownerId") || null,
    lead: text("lead"),
    coInvestors: text("coInvestors")
      .split(/[,，、;；\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
    source: text("source"),
    nextStep: text("nextStep"),
    ...given("reason"),
    ...given("revisitIf"),
    ...(canFlag ? { confidential: form.has("confidential") } : {}),
    ...(text("openedOn") ? { openedOn: text("openedOn") } : {}),
  };
}
