/**
 * What Windows-1252 has at 0x80–0x9F, where Latin-1 has control characters. By hand, since TextDecoder("windows-1252") of
 * Node 20 decodes Latin-1.
 */
const letters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The letter meant by a number of the control range 128–159, which nobody ever means; others as they are. */
export function windowsLetter(point: number): string {
  return letters.charAt(point - 0x80) || String.fromCodePoint(point);
}

export function decodeWindows1252(body: Uint8Array): string {
  const latin = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (letter) => windowsLetter(letter.charCodeAt(0)));
}
