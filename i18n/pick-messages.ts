type Tree = { [key: string]: unknown };

/** The parts of the messages that `paths` name: "common", "deals.board". An unknown path is an error: nobody translated it. */
export function pickMessages(messages: Tree, paths: readonly string[]): Tree {
  const picked: Tree = {};
  for (const path of paths) {
    let from: unknown = messages;
    let into = picked;
    const keys = path.split(".");
    for (const [index, key] of keys.entries()) {
      if (!isTree(from) || !(key in from)) throw new Error(`there are no messages at "${path}"`);
      from = from[key];
      if (index === keys.length - 1) into[key] = from;
      else into = into[key] = isTree(into[key]) ? { ...into[key] } : {};
    }
  }
  return picked;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
