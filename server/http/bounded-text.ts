/** The body of a request as text, read no further than `maxBytes`; null when there is more. */
export async function boundedText(request: Request, maxBytes: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let read = 0;
  let text = "";
  for await (const chunk of request.body) {
    read += chunk.byteLength;
    if (read > maxBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
