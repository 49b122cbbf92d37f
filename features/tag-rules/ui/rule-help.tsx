import { useTranslations } from "next-intl";
import text from "@/components/layout/text.module.css";
import styles from "./rules.module.css";

/** What can be written, as it is written: the same in every language. */
const examples = [
  ["MoE 开源", "words"],
  ['"mixture of experts" -game', "phrase"],
  ["agent*", "open"],
  ["=MoE", "exact"],
  ["title:(Sora OR Veo)", "where"],
  ["company:OpenAI language:zh kind:paper", "fact"],
  ["推理 EXCEPT (推理成本 OR 推理芯片)", "except"],
  [String.raw`/mixtral 8x\d+b/`, "regex"],
] as const;

export function RuleHelp() {
  const t = useTranslations("rules.help");
  return (
    <details className={styles.help}>
      <summary>{t("title")}</summary>
      <dl>
        {examples.map(([example, meaning]) => (
          <div key={meaning} className={styles.example}>
            <dt>{example}</dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className={text.muted}>{t("note")}</p>
    </details>
  );
}
