import { decodeWindows1252 } from "./windows-1252";

/** The characters that make up a third of any Chinese text, simplified and traditional. */
const frequentHan =
  /[的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重新资資网網报報文易助改件您成]/g;
const kana = /[\u3041-\u30f6]/g;
const hangul = /[\uac00-\ud7a3]/g;

/**
 * The text of bytes that are not UTF-8 and say nothing of what they are. Chinese, Japanese, Korean and Russian are told by
 * their most frequent letters; everything else is taken for Western European.
 */
export function guessDecode(body: Uint8Array): string {
  // Enough to tell; all of a long document in seven encodings would be slow.
  const sample = body.subarray(0, 60_000);
  return decodeAs(body, guessEncoding(sample)) ?? decodeWindows1252(body);
}

/** The encoding those bytes are in, by its WHATWG name; null where nothing tells. */
export function guessEncoding(sample: Uint8Array): string | null {
  const japanese = best(sample, ["shift_jis", "euc-jp"], kana);
  if (japanese.share >= 0.2) return japanese.encoding;
  const chinese = best(sample, ["gb18030", "big5"], frequentHan);
  const korean = best(sample, ["euc-kr"], hangul);
  // Chinese bytes read as Korean are half Hangul; Korean ones read as Chinese hold hardly a frequent character.
  if (korean.share >= 0.7 && chinese.share < 0.1) return korean.encoding;
  if (chinese.share >= 0.1) return chinese.encoding;
  const russian = best(sample, ["windows-1251", "koi8-r"], /(?<=[\u0400-\u04ff])[а-яё]/g);
  if (russian.share >= 0.6 && foreignBytes(sample) >= 20) return russian.encoding;
  // A short text may hold no frequent character at all; its foreign bytes still come in pairs.
  return comesInPairs(sample) ? "gb18030" : null;
}

/** As GB 2312 writes: two bytes from 0xA1 on for each character. Western letters stand alone among ASCII. */
function comesInPairs(sample: Uint8Array): boolean {
  const runs =
    Buffer.from(sample)
      .toString("latin1")
      .match(/[\u0080-\u00ff]+/g) ?? [];
  return runs.every((run) => run.length % 2 === 0 && !/[\u0080-\u00a0]/.test(run));
}

function foreignBytes(sample: Uint8Array): number {
  return sample.reduce((count, byte) => count + Number(byte >= 0x80), 0);
}

/** The encoding in which most of the foreign letters are of the kind looked for. */
function best(sample: Uint8Array, encodings: string[], kind: RegExp): { encoding: string; share: number } {
  const tried = encodings.map((encoding) => ({
    encoding,
    share: shareOf(decodeAs(sample, encoding) ?? "", kind),
  }));
  return tried.reduce((one, other) => (other.share > one.share ? other : one), { encoding: "", share: 0 });
}

function shareOf(text: string, kind: RegExp): number {
  const foreign = text.match(/[^\p{ASCII}\p{P}]/gu)?.length ?? 0;
  // An encoding that fits holds next to nothing that cannot be decoded.
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return foreign === 0 || broken * 50 > foreign ? 0 : (text.match(kind)?.length ?? 0) / foreign;
}

function decodeAs(body: Uint8Array, encoding: string | null): string | null {
  return encoding === null || encoding === "" ? null : new TextDecoder(encoding).decode(body);
}
