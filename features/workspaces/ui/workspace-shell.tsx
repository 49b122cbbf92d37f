import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-list";
import { ShellMenu } from "@/components/shell/shell-menu";
import type { MyWorkspace } from "@/server/contexts";
import styles from "./workspaces.module.css";

type Props = {
  workspace: { slug: string; name: string };
  workspaces: readonly MyWorkspace[];
  person: string;
  /** The search button; app/ gives it, and the action that signs out. */
  search: ReactNode;
  signOut: () => Promise<void>;
  /** Saved views that stand in the navigation: under which section's path, with their addresses. */
  pinned: readonly { under: string; href: string; label: string }[];
  children: ReactNode;
};

/** Where the navigation leads, in its order. */
export const sections = [
  { key: "overview", path: "", icon: "overview" },
  { key: "inbox", path: "/inbox", icon: "inbox" },
  { key: "news", path: "/news", icon: "news" },
  { key: "theses", path: "/theses", icon: "thesis" },
  { key: "companies", path: "/companies", icon: "company" },
  { key: "deals", path: "/deals", icon: "deal" },
  { key: "trends", path: "/trends", icon: "trend" },
  { key: "agreement", path: "/agreement", icon: "people" },
  { key: "feeds", path: "/feeds", icon: "feed" },
  { key: "settings", path: "/settings", icon: "settings" },
] as const;

/** The shell of a workspace: navigation, workspace switcher, search, account menu. */
export function WorkspaceShell({ workspace, workspaces, person, search, signOut, pinned, children }: Props) {
  const t = useTranslations("settings.shell");
  const base = `/w/${workspace.slug}`;
  const items: NavItem[] = sections.map(({ key, path, icon }) => ({
    href: `${base}${path}`,
    label: t(key),
    icon,
    exact: path === "",
    divided: key === "feeds",
    below: pinned.filter(({ under }) => under === path),
  }));
  return (
    <AppShell
      items={items}
      workspace={<Switcher current={workspace} workspaces={workspaces} />}
      search={search}
      account={
        <ShellMenu
          align="end"
          label={t("account", { name: person })}
          trigger={<Initials name={person} />}
          heading={person}
          entries={[
            { id: "account", label: t("yourAccount"), icon: "people", href: `${base}/settings/account` },
            { id: "signOut", label: t("signOut"), icon: "signOut", run: signOut },
          ]}
        />
      }
    >
      {children}
    </AppShell>
  );
}

type SwitcherProps = { current: { slug: string; name: string }; workspaces: readonly MyWorkspace[] };

/** The workspace's name, and the way to one's others when there are any. */
function Switcher({ current, workspaces }: SwitcherProps) {
  const t = useTranslations();
  return (
    <nav aria-label={t("shell.workspace")}>
      {workspaces.length < 2 ? (
        <Link href={`/w/${current.slug}`} className={styles.workspace}>
          {current.name}
        </Link>
      ) : (
        <ShellMenu
          align="start"
          label={t("settings.shell.switchWorkspace", { name: current.name })}
          trigger={<span className={styles.workspaceName}>{current.name}</span>}
          entries={workspaces.map(({ slug, name, role }) => ({
            id: slug,
            label: name,
            detail: t(`settings.roles.${role}`),
            href: `/w/${slug}`,
            current: slug === current.slug,
          }))}
        />
      )}
    </nav>
  );
}

/** "Lin Wei" → LW, "林薇" → 林薇. */
function Initials({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const letters = /\p{Script=Han}/u.test(name)
    ? [...name].slice(-2).join("")
    : words
        .slice(0, 2)
        .map((word) => [...word][0] ?? "")
        .join("")
        .toUpperCase();
  return (
    <span className={styles.initials} aria-hidden="true">
      {letters}
    </span>
  );
}
