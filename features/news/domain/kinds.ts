import { choiceCalled } from "@/lib/filter/names";

/** What sort of thing was published. */
export const newsKinds = ["article", "paper", "release", "round", "launch", "policy", "hire"] as const;
export type NewsKind = (typeof newsKinds)[number];

/** What people call each, where they type or import it. */
const kindNames: Record<NewsKind, { en: readonly string[]; zh: readonly string[] }> = {
  article: { en: ["article"], zh: ["文章"] },
  paper: { en: ["paper"], zh: ["论文"] },
  release: { en: ["release"], zh: ["发布"] },
  round: { en: ["round", "funding round"], zh: ["融资"] },
  launch: { en: ["launch"], zh: ["产品上线"] },
  policy: { en: ["policy"], zh: ["政策"] },
  hire: { en: ["hire"], zh: ["人事"] },
};

/** Each as a choice of the filter language has it. */
export const kindChoices = newsKinds.map((value) => ({ value, names: kindNames[value] }));

/** The kind that a word names, in either language, capitals aside; null when it names none. */
export function kindCalled(word: string): NewsKind | null {
  const called = choiceCalled({ choices: kindChoices }, word.trim());
  return newsKinds.find((kind) => kind === called) ?? null;
}
