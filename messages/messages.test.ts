import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { icuArguments } from "@/i18n/icu-arguments";
import { defaultLocale, locales } from "@/i18n/locales";
import glossary from "./glossary.json" with { type: "json" };

const folder = new URL("./", import.meta.url);

function namespacesOf(locale: string): string[] {
  return readdirSync(new URL(`${locale}/`, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** Dotted key → text of one file. */
function readMessages(locale: string, namespace: string): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") flat.set(path, value);
    else if (typeof value === "object" && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    else throw new Error(`${locale}/${namespace}.json: "${path}" is neither text nor a group`);
  };
  walk(JSON.parse(readFileSync(new URL(`${locale}/${namespace}.json`, folder), "utf8")), "");
  return flat;
}

/** Chinese says `{count} 条` where English needs a plural: those count as the same argument; a date or a choice must stay one. */
const types = (args: string[]) =>
  args.map((name) => name.replace(/:(plural|selectordinal|number|text)$/, ":value"));

it.each(locales)("%s has the namespaces of the type check", (locale) => {
  const declared = readFileSync(new URL("../i18n/app-messages.ts", folder), "utf8");
  for (const namespace of namespacesOf(locale))
    expect(declared, namespace).toContain(`@/messages/en/${namespace}.json"`);
  expect(namespacesOf(locale)).toEqual(namespacesOf(defaultLocale));
});

describe.each(locales.filter((locale) => locale !== defaultLocale))("%s", (locale) => {
  it.each(namespacesOf(defaultLocale))("%s has the keys and arguments of the English file", (namespace) => {
    const english = readMessages(defaultLocale, namespace);
    const other = readMessages(locale, namespace);
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english)
      expect(types(icuArguments(other.get(key) ?? "")), key).toEqual(types(icuArguments(text)));
  });
});

describe("the words of the trade", () => {
  // Names of fields list several words, for typing; what is shown is in the other files.
  const shown = namespacesOf(defaultLocale).filter((namespace) => namespace !== "fields");

  it.each(shown)("%s calls one thing by one word, in both languages", (namespace) => {
    const english = readMessages(defaultLocale, namespace);
    const chinese = readMessages("zh-CN", namespace);
    const wrong = [...chinese].flatMap(([key, text]) => [
      ...glossary
        .filter(({ en, zh }) => english.get(key)?.toLowerCase() === en.toLowerCase() && !zh.includes(text))
        .map(({ en, zh }) => `${key}: ${en} is ${zh.join(" or ")}, not ${text}`),
      ...glossary
        .flatMap(({ not }) => not)
        .filter((word) => text.includes(word))
        .map((word) => `${key}: ${word} is not our word: ${text}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it.each(shown)("%s sets Chinese as Chinese is set", (namespace) => {
    const wrong = [...readMessages("zh-CN", namespace)].filter(
      // A colon before a letter is the filter language's own: 公司:OpenAI.
      ([, text]) =>
        /\p{Script=Han}(?:[?,;!]|:(?!\w))/u.test(text) ||
        /\p{Script=Han} \{day\}|\{day\} \p{Script=Han}/u.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(locales)("%s", (locale) => {
  it.each(namespacesOf(locale))("%s is text that can be read", (namespace) => {
    for (const [key, text] of readMessages(locale, namespace)) {
      expect(text.trim(), key).not.toBe("");
      const failures: string[] = [];
      const translate = createTranslator({
        locale,
        messages: { text },
        onError: (error) => failures.push(error.message),
      });
      const values = Object.fromEntries(icuArguments(text).map((name) => [name.split(":")[0], 1]));
      translate.markup("text", { ...values, b: String, when: String, i: String, link: String, code: String });
      expect(failures, key).toEqual([]);
    }
  });
});

it("reads the arguments of ICU texts", () => {
  expect(icuArguments("{count, plural, one {# of {all}} other {#}} '{literal}' {day, date, short}")).toEqual([
    "all:text",
    "count:plural",
    "day:date",
  ]);
  expect(() => icuArguments("{open")).toThrow("not closed");
});
