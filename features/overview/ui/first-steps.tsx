import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/layout/panel";
import text from "@/components/layout/text.module.css";
import { grants, type Permission, type Role } from "@/server/permissions";
import styles from "./overview.module.css";

const steps = [
  { key: "thesis", path: "/theses/new", needs: "thesis:write" },
  { key: "feeds", path: "/feeds/import", needs: "feed:write" },
  { key: "import", path: "/news/import", needs: "news:write" },
  { key: "invite", path: "/settings/members", needs: "member:write" },
] as const satisfies readonly { key: string; path: string; needs: Permission }[];

/** The way in for a workspace without any news: what to do first, as far as one's role may. */
export function FirstSteps({ slug, role }: { slug: string; role: Role }) {
  const t = useTranslations("overview.first");
  const mine = steps.filter(({ needs }) => grants(role, needs));
  return (
    <Panel>
      <h2 className={styles.heading}>{t("title")}</h2>
      <p className={text.muted}>{t(mine.length > 0 ? "description" : "viewer")}</p>
      <ol className={styles.steps}>
        {mine.map(({ key, path }) => (
          <li key={key}>
            <Link href={`/w/${slug}${path}`}>{t(`${key}.title`)}</Link>
            <span className={text.muted}>{t(`${key}.description`)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
