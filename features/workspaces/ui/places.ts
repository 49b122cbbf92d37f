import { getTranslations } from "next-intl/server";
import type { PaletteGroup, PaletteItem } from "@/components/overlay/command-palette";
import { setColorScheme } from "@/components/theme/actions";
import { colorSchemes } from "@/components/theme/color-scheme";
import { setLocale } from "@/i18n/actions";
import { localeNames, locales } from "@/i18n/locales";
import { grants, type Permission, type Role } from "@/server/permissions";
import { sections } from "./workspace-shell";

type Place = { key: PlaceKey; path: string; needs?: Permission };
type PlaceKey = (typeof pages | typeof actions)[number]["key"];

/** Pages that the navigation does not name. */
const pages = [
  { key: "rules", path: "/rules" },
  { key: "synonyms", path: "/rules/synonyms" },
  { key: "suggestions", path: "/suggestions" },
  { key: "disagreements", path: "/agreement/disagreements" },
  { key: "board", path: "/deals?view=board" },
  { key: "bookmarklet", path: "/news/bookmarklet", needs: "news:write" },
  { key: "members", path: "/settings/members" },
  { key: "tokens", path: "/settings/tokens", needs: "token:write" },
  { key: "activity", path: "/settings/activity" },
  { key: "runs", path: "/settings/runs" },
  { key: "account", path: "/settings/account" },
] as const;

const actions = [
  { key: "logDeal", path: "/deals/new", needs: "deal:write" },
  { key: "addCompany", path: "/companies/new", needs: "company:write" },
  { key: "addNews", path: "/news/new", needs: "news:write" },
  { key: "importNews", path: "/news/import", needs: "news:write" },
  { key: "newThesis", path: "/theses/new", needs: "thesis:write" },
  { key: "newRule", path: "/rules/new", needs: "tag:write" },
  { key: "addFeed", path: "/feeds/new", needs: "feed:write" },
  { key: "importFeeds", path: "/feeds/import", needs: "feed:write" },
  { key: "invite", path: "/settings/members", needs: "member:write" },
] as const;

/** Where the palette leads, and what it does, for this role; each found by its name in every language. */
export async function placesOf(slug: string, role: Role): Promise<PaletteGroup[]> {
  const [t, shell, ...inAll] = await Promise.all([
    getTranslations("settings.shell"),
    getTranslations("shell"),
    ...locales.map((locale) => getTranslations({ locale, namespace: "settings.shell" })),
  ]);
  const at = (path: string) => `/w/${slug}${path}`;
  const place = ({ key, path }: Place): PaletteItem => ({
    id: key,
    label: t(`places.${key}`),
    also: inAll.map((one) => one(`places.${key}`)),
    href: at(path),
  });
  const mayOpen = ({ needs }: Place) => needs === undefined || grants(role, needs);
  const named = sections.map(({ key, path }) => ({
    id: key,
    label: t(key),
    also: inAll.map((one) => one(key)),
    href: at(path),
  }));
  const settings: PaletteItem[] = [
    ...colorSchemes.map((scheme) => ({
      id: `scheme-${scheme}`,
      label: shell("colorScheme", { scheme: shell(`colorSchemes.${scheme}`) }),
      also: [scheme, "theme"],
      submit: { action: setColorScheme, name: "scheme", value: scheme },
    })),
    ...locales.map((locale) => ({
      id: `language-${locale}`,
      label: localeNames[locale],
      also: ["language", "语言"],
      submit: { action: setLocale, name: "locale", value: locale },
    })),
  ];
  return [
    { group: shell("search.pages"), items: [...named, ...pages.filter(mayOpen).map(place)] },
    { group: shell("search.actions"), items: [...actions.filter(mayOpen).map(place), ...settings] },
  ];
}
