import { foldedWord } from "@/lib/filter/find-pattern";
import { type Environment, type Matcher, matcherOf, type Subject } from "@/lib/filter/match";
import { type Filter, isList, mapTests } from "@/lib/filter/tree";
import { searchedText } from "@/lib/text/searched-text";
import { ruleCatalogue } from "./catalogue";

/** A news item as rules read it. `companies` and `feed` by all their names and ids. */
export type RuleItem = {
  title: string;
  text: string;
  kind: string;
  language: string;
  feed: readonly string[];
  companies: readonly string[];
  source: string | null;
  publishedAt: string;
};

/** An item made ready once for many rules. */
export function readyItem(item: RuleItem): Subject {
  const title = searchedText(item.title);
  const text = searchedText(item.text);
  const texts = { q: [title, text], title: [title], text: [text] };
  const values = {
    feed: item.feed.map(foldedWord),
    company: item.companies.map(foldedWord),
    language: [foldedWord(item.language)],
    kind: [item.kind],
    source: item.source === null ? [] : [item.source],
    published: [item.publishedAt],
  };
  return {
    texts: (field) => own(texts, field) ?? [],
    values: (field) => own(values, field) ?? [],
  };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** How the names of these fields are compared. Items know the language, not the region: zh-CN asks for Chinese. */
const spellings: Readonly<Record<string, (name: string) => string>> = {
  feed: foldedWord,
  company: foldedWord,
  language: (code) => foldedWord(code.replace(/-.*$/, "")),
};

const maxWords = 8;

/** A rule's filter made ready for many items: the words that met it, each once. */
export function ruleMatcher(filter: Filter, environment: Omit<Environment, "me">): Matcher {
  const spelled = mapTests(filter, (test) => {
    const spell = own(spellings, test.field);
    if (spell === undefined) return test;
    if (typeof test.value === "string") return { ...test, value: spell(test.value) };
    return isList(test.value) ? { ...test, value: test.value.map((one) => spell(String(one))) } : test;
  });
  const matcher = matcherOf(spelled, ruleCatalogue, { ...environment, me: null });
  return (item) => {
    const words = matcher(item);
    if (words === null) return null;
    const once = new Map(words.map((word) => [word.toLowerCase(), word]));
    return [...once.values()].slice(0, maxWords);
  };
}
