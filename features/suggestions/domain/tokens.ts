import { singular } from "@/lib/text/singular";

const runs = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;
const wordOrHan = /\p{Script=Han}+|(?:[^\P{L}\p{Script=Han}]|\p{N})+/gu;
const han = /^\p{Script=Han}/u;
const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const sentenceEnd = /[.!?;:,|\n。！？；：，、]+(?!\d)/u;
const possessive = /['’]s\b/gu;

const maxWords = 3;
const minCharacters = 2;
const maxCharacters = 4;

/**
 * What of a text can speak for or against a thesis, each once: runs of one to three words ("mixture of expert") and, where
 * Chinese is written, of two to four characters ("视频生成"). A text in both languages has both; no run crosses the end of a
 * sentence. Plurals stand as their singular, and a name written in humps or with digits ("VideoCrafter2") also as its parts.
 */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const sentence of plain(text).split(sentenceEnd)) {
    const words: string[] = [];
    for (const [piece] of sentence.matchAll(wordOrHan)) {
      if (han.test(piece)) {
        addRuns(words.splice(0), 1, maxWords, " ", tokens);
        addRuns([...piece], minCharacters, maxCharacters, "", tokens);
      } else {
        words.push(singular(piece.toLowerCase()));
        for (const part of partsOf(piece)) tokens.add(part);
      }
    }
    addRuns(words, 1, maxWords, " ", tokens);
  }
  return tokens;
}

/** A text for `mentions`: its words between single spaces, and its Chinese as it stands. */
export function searchable(text: string): string {
  const pieces = [...plain(text).matchAll(wordOrHan)].map(([piece]) => singular(piece.toLowerCase()));
  return ` ${pieces.join(" ")} `;
}

/** How a longer word goes on from a keyword that says the same: agent, agentic. */
const endings = ["ic", "al", "ive", "ed", "ing", "er", "ly"];
const minStem = 5;

/**
 * Is the keyword in the text? Both made by `searchable`. A keyword with Chinese in it may stand inside a sentence, any other
 * must be whole words; capitals, hyphens, plurals and common endings do not matter. This is the plain search that a model must beat.
 */
export function mentions(text: string, keyword: string): boolean {
  const word = keyword.trim();
  if (word === "") return false;
  if (/\p{Script=Han}/u.test(word)) return text.includes(word);
  if (text.includes(keyword)) return true;
  const last = word.slice(word.lastIndexOf(" ") + 1);
  return (
    last.length >= minStem &&
    text.includes(` ${word}`) &&
    endings.some((ending) => text.includes(` ${word}${ending} `))
  );
}

function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(possessive, "");
}

/** "VideoCrafter2" → "video", "crafter", "2"; nothing for a word that has one part. */
function partsOf(word: string): string[] {
  const parts = [...word.matchAll(runs)].flatMap(([run]) => run.split(hump));
  return parts.length > 1 ? parts.map((part) => singular(part.toLowerCase())) : [];
}

function addRuns(units: string[], least: number, most: number, glue: string, tokens: Set<string>): void {
  for (let start = 0; start < units.length; start++)
    for (let length = least; length <= most && start + length <= units.length; length++)
      tokens.add(units.slice(start, start + length).join(glue));
}
