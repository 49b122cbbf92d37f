import { useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import type { Tag } from "@/features/tags/schema";
import styles from "./tag-swatches.module.css";

/** What is needed of a thesis to show or pick it. */
export type ThesisOption = {
  id: string;
  slug: string;
  name: { en: string; zh: string };
  colorIndex: number;
  facet: string;
  status: "active" | "retired";
};

type Props = {
  tags: readonly Pick<Tag, "thesis" | "thesisId" | "stance" | "strength">[];
  theses: readonly ThesisOption[];
  /** "marks" shows colour and shape with the name for screen readers and on hover; "names" writes it out. */
  show?: "marks" | "names";
};

const signs = { for: "+", against: "−", neutral: "" } as const;

/** The theses something is tagged with: colour, shape and name of each, with + or − for its stance. */
export function TagSwatches({ tags, theses, show = "names" }: Props) {
  const t = useTranslations("common.chart");
  const zh = useLocale().startsWith("zh");
  if (tags.length === 0) return null;
  return (
    <ul className={styles.list}>
      {tags.map((tag) => {
        const thesis = theses.find((one) => one.id === tag.thesisId);
        const name = thesis ? (zh ? thesis.name.zh : thesis.name.en) : tag.thesis;
        const stance = t(tag.stance);
        return (
          <li
            key={tag.thesisId}
            className={styles.tag}
            title={show === "marks" ? `${name} · ${stance}` : undefined}
          >
            <SeriesSwatch index={thesis?.colorIndex ?? 0} />
            <span className={show === "marks" ? "visually-hidden" : styles.name}>{name}</span>
            {signs[tag.stance] && <span aria-hidden="true">{signs[tag.stance].repeat(tag.strength)}</span>}
            <span className="visually-hidden">, {stance}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Theses as the list operation gives them, as what shows and picks them needs them. */
export function thesisOptions(
  theses: readonly {
    id: string;
    slug: string;
    name: { en: string; zh: string };
    color: number;
    facet: string;
    status: "active" | "retired";
  }[],
): ThesisOption[] {
  return theses.map(({ id, slug, name, color, facet, status }) => ({
    id,
    slug,
    name,
    colorIndex: color,
    facet,
    status,
  }));
}
