import { describe, expect, it } from "vitest";
import { parseFeed } from "@/features/feeds/formats/parse-feed";

const read = (body: Uint8Array, contentType?: string) =>
  parseFeed({ body, contentType: contentType ?? null, url: "https://news.example/feed" });
const rss = (items: string) => `<?xml version="1.0"?><rss version="2.0"><channel>${items}</channel></rss>`;

describe("encodings", () => {
  const gbk = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="gb2312"?><rss><channel><item><title>'),
    Buffer.from([0xc4, 0xa3, 0xd0, 0xcd]),
    Buffer.from("</title></item></channel></rss>"),
  ]);
  it("follows the declaration", () => expect(read(gbk).items[0]?.title).toBe("模型"));
  it("does not believe a header that the bytes contradict", () =>
    expect(read(gbk, "text/xml; charset=utf-8").items[0]?.title).toBe("模型"));
  it("recognises undeclared Chinese", () => {
    const undeclared = Buffer.from(gbk.toString("latin1").replace(/<\?.*\?>/, ""), "latin1");
    expect(read(undeclared).items[0]?.title).toBe("模型");
  });
  it("recognises undeclared Japanese, and Western quotes", () => {
    const bytes = (words: number[]) =>
      read(
        Buffer.concat([
          Buffer.from("<rss><item><title>"),
          Buffer.from(words),
          Buffer.from("</title></item></rss>"),
        ]),
      );
    expect(bytes([0x83, 0x82, 0x83, 0x66, 0x83, 0x8b]).items[0]?.title).toBe("モデル");
    expect(bytes([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]).items[0]?.title).toBe("“café”");
  });
  it("stays with UTF-8 when one character was cut in two", () => {
    const whole = Buffer.from(`<rss><item><title>${"大模型的训练与推理，一篇综述文章。".repeat(5)}`);
    expect(read(whole.subarray(0, whole.length - 1)).items[0]?.title).toMatch(/^大模型的训练/);
  });
  it.each(["utf16le", "utf-32be"])("reads %s", (encoding) => {
    const text = rss("<item><title>模型</title></item>");
    const wide = Buffer.alloc(text.length * 4);
    [...text].forEach((letter, at) => {
      wide.writeUInt32BE(letter.codePointAt(0) ?? 0, at * 4);
    });
    expect(read(encoding === "utf16le" ? Buffer.from(text, "utf16le") : wide).items[0]?.title).toBe("模型");
  });
});
