import { Stance } from "@/features/tags/schema";
import { RuleStatus } from "../schema";

/** What the fields say; the server checks it. */
export function readRuleForm(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    name: text("name"),
    expression: text("expression"),
    stance: Stance.parse(data.get("stance")),
    strength: Number(data.get("strength")),
    status: RuleStatus.parse(data.get("status")),
  };
}
