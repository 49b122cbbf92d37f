import type { Names } from "@/lib/filter/catalogue";
import en from "@/messages/en/fields.json";
import zh from "@/messages/zh-CN/fields.json";

/** Names of fields and values in both languages. A text names one thing in several ways, with commas between: "Country, nation". */

type Tree = { readonly [key: string]: string | Tree };

/** The names at a path of fields.json; none where it has none. */
export function namesAt(...path: readonly string[]): Names {
  return { en: spellings(textAt(en, path)), zh: spellings(textAt(zh, path)) };
}

/** A name as it is typed before a colon: "First seen" → first-seen. */
export function asTyped({ en: english, zh: chinese }: Names): Names {
  const typed = (names: readonly string[]) => names.map((name) => name.toLowerCase().replaceAll(/\s+/g, "-"));
  return { en: typed(english), zh: typed(chinese) };
}

function textAt(tree: Tree, path: readonly string[]): string {
  let at: string | Tree | undefined = tree;
  for (const step of path) at = typeof at === "object" && Object.hasOwn(at, step) ? at[step] : undefined;
  return typeof at === "string" ? at : "";
}

function spellings(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter(Boolean);
}
