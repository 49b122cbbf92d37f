import { type SearchedText, type Span, searchedText } from "@/lib/text/searched-text";
import type { Condition, Fact, Where } from "./condition";
import { type Finder, finderOf, folded } from "./find-pattern";

/** A news item as rules read it. `companies` and `feed` by all their names and ids. */
export type RuleItem = {
  title: string;
  text: string;
  kind: string;
  language: string;
  feed: readonly string[];
  companies: readonly string[];
};

/** An item made ready once for many rules. */
export type ReadyItem = { title: SearchedText; text: SearchedText } & Record<Fact, readonly string[]>;

export function readyItem({ title, text, kind, language, feed, companies }: RuleItem): ReadyItem {
  return {
    title: searchedText(title),
    text: searchedText(text),
    feed: feed.map(folded),
    company: companies.map(folded),
    language: [folded(language)],
    kind: [folded(kind)],
  };
}

/** The words that met the condition, as the item writes them, each once; null when it does not meet it. */
export type Matcher = (item: ReadyItem) => string[] | null;

const maxWords = 8;

/** A condition made ready for many items. Throws ExpressionError for a regular expression that is none. */
export function matcherOf(condition: Condition, synonyms: readonly (readonly string[])[]): Matcher {
  const found = compiled(condition, synonyms);
  return (item) => {
    const words = found(item);
    if (words === null) return null;
    const once = new Map(words.map((word) => [word.toLowerCase(), word]));
    return [...once.values()].slice(0, maxWords);
  };
}

function compiled(condition: Condition, synonyms: readonly (readonly string[])[]): Matcher {
  switch (condition.kind) {
    case "and":
      return allOf(condition.parts.map((part) => compiled(part, synonyms)));
    case "or":
      return anyOf(condition.parts.map((part) => compiled(part, synonyms)));
    case "not": {
      const part = compiled(condition.part, synonyms);
      return (item) => (part(item) === null ? [] : null);
    }
    case "fact": {
      // Items know the language, not the region: zh-CN asks for Chinese.
      const named = condition.fact === "language" ? condition.value.replace(/-.*$/, "") : condition.value;
      const value = folded(named);
      return (item) => (item[condition.fact].includes(value) ? [] : null);
    }
    case "words": {
      const finder = finderOf(condition.pattern, synonyms);
      const except = condition.except.map((pattern) => finderOf(pattern, synonyms));
      return (item) => wordsIn(item, condition.where, finder, except);
    }
  }
}

function allOf(parts: Matcher[]): Matcher {
  return (item) => {
    const words: string[] = [];
    for (const part of parts) {
      const found = part(item);
      if (found === null) return null;
      words.push(...found);
    }
    return words;
  };
}

/** All that meet it speak, not the first alone: their words are the reason that is shown. */
function anyOf(parts: Matcher[]): Matcher {
  return (item) => {
    const found = parts.map((part) => part(item)).filter((words) => words !== null);
    return found.length === 0 ? null : found.flat();
  };
}

function wordsIn(item: ReadyItem, where: Where, finder: Finder, except: Finder[]): string[] | null {
  const texts = where === "any" ? [item.title, item.text] : [item[where]];
  const words = texts.flatMap((text) =>
    outside(finder(text), except, text).map(({ start, end }) => text.plain.slice(start, end)),
  );
  return words.length === 0 ? null : words;
}

/** The places that are not part of something excepted. */
function outside(spans: Span[], except: Finder[], text: SearchedText): Span[] {
  if (spans.length === 0 || except.length === 0) return spans;
  const excepted = except.flatMap((finder) => finder(text));
  return spans.filter(({ start, end }) => !excepted.some((one) => one.start <= start && end <= one.end));
}
