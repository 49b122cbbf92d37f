import { useLocale } from "next-intl";
import formStyles from "@/components/form/form-layout.module.css";
import { localizedText } from "@/components/text/localized-text";

type Props = {
  /** The form's field name, given once per chosen thesis. */
  name: string;
  legend: string;
  theses: readonly { slug: string; name: { en: string; zh: string } }[];
  /** Slugs of those chosen at first. */
  chosen?: readonly string[] | undefined;
};

/** Theses to tick in the form of something new. */
export function ThesisChecks({ name, legend, theses, chosen = [] }: Props) {
  const locale = useLocale();
  if (theses.length === 0) return null;
  return (
    <fieldset className={formStyles.checks}>
      <legend>{legend}</legend>
      {theses.map((thesis) => (
        <label key={thesis.slug}>
          <input
            type="checkbox"
            name={name}
            value={thesis.slug}
            defaultChecked={chosen.includes(thesis.slug)}
          />
          {localizedText(thesis.name, locale)}
        </label>
      ))}
    </fieldset>
  );
}
