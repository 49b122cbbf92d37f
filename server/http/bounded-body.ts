import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { FetchFailed } from "./fetch-failed";

const unpackers = { gzip: promisify(gunzip), "x-gzip": promisify(gunzip), br: promisify(brotliDecompress) };

/**
 * The body, unpacked, of at most `maxBytes` before and after: a few kilobytes can unpack to gigabytes, so the unpacking
 * itself is bounded. Throws FetchFailed "too-large" or "decompression".
 */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of body) {
    received += chunk.byteLength;
    if (received > maxBytes) throw new FetchFailed("too-large", String(maxBytes));
    chunks.push(chunk);
  }
  return unpack(Buffer.concat(chunks), encoding.trim().toLowerCase(), maxBytes);
}

/** Some servers pack a file and do not say so: its first bytes do. */
function encodingOf(packed: Buffer, said: string): string {
  return said === "" && packed[0] === 0x1f && packed[1] === 0x8b ? "gzip" : said;
}

async function unpack(packed: Buffer, said: string, maxOutputLength: number): Promise<Uint8Array> {
  const encoding = encodingOf(packed, said);
  if (encoding === "" || encoding === "identity" || packed.length === 0) return packed;
  try {
    // "deflate" means zlib to some servers and the bare stream to others; the first byte of zlib is 0x78.
    if (encoding === "deflate")
      return await promisify(packed[0] === 0x78 ? inflate : inflateRaw)(packed, { maxOutputLength });
    const unpacker = unpackers[encoding as keyof typeof unpackers];
    if (!unpacker) throw new FetchFailed("decompression", encoding);
    return await unpacker(packed, { maxOutputLength });
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    const tooLarge = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new FetchFailed(
      tooLarge ? "too-large" : "decompression",
      tooLarge ? String(maxOutputLength) : encoding,
    );
  }
}
