import { useLocale } from "next-intl";
import { type DateStyle, formatInstant } from "./format-date";

type Props = {
  /** An ISO instant, or a calendar day YYYY-MM-DD (shown as that day in every zone). */
  value: string;
  /** IANA name of the workspace's zone. */
  timeZone: string;
  style?: DateStyle;
};

export function DateText({ value, timeZone, style = "day" }: Props) {
  return <time dateTime={value}>{formatInstant(value, timeZone, useLocale(), style)}</time>;
}
