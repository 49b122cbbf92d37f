/**
 * The arguments of an ICU message as "name:type", sorted and unique: "{count, plural, one {# of {all}} other {#}}" → all:text,
 * count:plural. Texts inside branches are searched too; '{' in quotes is text. Throws on unbalanced braces.
 */
export function icuArguments(message: string): string[] {
  const found = new Set<string>();
  const rest = readText(message, 0, found, 0);
  if (rest !== message.length) throw new Error(`a brace too many in "${message}"`);
  return [...found].sort();
}

function readText(message: string, start: number, found: Set<string>, depth: number): number {
  let at = start;
  while (at < message.length) {
    const character = message[at];
    if (character === "'" && /[{}]/.test(message[at + 1] ?? "")) {
      const close = message.indexOf("'", at + 1);
      at = close === -1 ? message.length : close + 1;
    } else if (character === "}") {
      if (depth === 0) return at;
      return at + 1;
    } else if (character === "{") {
      at = readArgument(message, at + 1, found, depth + 1);
    } else at += 1;
  }
  if (depth > 0) throw new Error(`a brace is not closed in "${message}"`);
  return at;
}

function readArgument(message: string, start: number, found: Set<string>, depth: number): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(start));
  if (!head) throw new Error(`an argument has no name in "${message}"`);
  const [all, name = "", type = "text"] = head;
  found.add(`${name}:${type}`);
  let at = start + all.length;
  while (message[at] !== "}") {
    if (at >= message.length) throw new Error(`a brace is not closed in "${message}"`);
    at = message[at] === "{" ? readText(message, at + 1, found, depth + 1) : at + 1;
  }
  return at + 1;
}
