import { useLocale } from "next-intl";
import { formatMoney } from "./format-money";

type Props = {
  money: { value: string; currency: string };
  /** "$1.2M", "120万美元": for tables and sums. */
  compact?: boolean;
};

export function MoneyText({ money, compact = false }: Props) {
  const locale = useLocale();
  const full = formatMoney(money, locale, false);
  return compact ? (
    <data value={money.value} title={full}>
      {formatMoney(money, locale, true)}
    </data>
  ) : (
    <data value={money.value}>{full}</data>
  );
}
