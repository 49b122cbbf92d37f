import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });
const known = new Map<string, string>();

/** A traditional character in its simplified form; any other as it is. Character by character, so that lengths stay. */
function simplifiedCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const found = convert(character);
  known.set(character, found);
  return found;
}

/** 雲鋅 → 云锌: for comparing, not for showing, since a word of several characters may be written otherwise. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, simplifiedCharacter);
}
