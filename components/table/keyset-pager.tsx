import { useTranslations } from "next-intl";
import { type SearchParams, withQuery } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/link-button";
import { Icon } from "@/components/icons";
import styles from "./keyset-pager.module.css";

type Props = {
  pathname: string;
  searchParams: SearchParams;
  /** From the list: null on the last page. */
  nextCursor: string | null;
  /** Rows on this page. */
  count?: number;
  /** The URL parameter; "cursor" unless told. */
  param?: string;
};

/** Forward through a keyset, keeping filters and sort; back goes with the browser. */
export function KeysetPager({ pathname, searchParams, nextCursor, count, param = "cursor" }: Props) {
  const t = useTranslations("common.pager");
  const paged = Boolean(searchParams[param]);
  if (!paged && !nextCursor && count === undefined) return null;
  return (
    <nav aria-label={t("label")} className={styles.pager}>
      <span>{count !== undefined && t("shown", { count })}</span>
      <span className={styles.links}>
        {paged && (
          <LinkButton href={withQuery(pathname, searchParams, { [param]: null })} prefetch={false}>
            <Icon name="first" />
            {t("first")}
          </LinkButton>
        )}
        {nextCursor && (
          <LinkButton
            href={withQuery(pathname, searchParams, { [param]: nextCursor })}
            prefetch={false}
            rel="next"
          >
            {t("next")}
            <Icon name="next" />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
