const excerptLength = 300;

/** The beginning of a text on one line: at most 300 characters, cut between words where there are spaces, never inside a character. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, 4 * excerptLength)
    .replace(/\s+/g, " ")
    .trim();
  const characters = Array.from(line);
  if (characters.length <= excerptLength) return line;
  const cut = characters.slice(0, excerptLength - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > excerptLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** PostgreSQL text holds everything but NUL; a lone surrogate (half of a character cut in two) is no text either. */
export function storableText(text: string, most: number): string {
  return text
    .slice(0, most)
    .replaceAll("\u0000", "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
