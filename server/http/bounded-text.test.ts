import { expect, it } from "vitest";
import { boundedText } from "./bounded-text";

const post = (body: BodyInit) =>
  new Request("http://x.test", { method: "POST", body, duplex: "half" } as RequestInit);

it("reads a body up to its bound, however it comes", async () => {
  expect(await boundedText(post("多模态"), 9)).toBe("多模态");
  expect(await boundedText(post("多模态"), 8)).toBeNull();
  expect(await boundedText(new Request("http://x.test"), 1)).toBe("");
});

it("stops reading a stream that goes on", async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  expect(await boundedText(post(endless), 5000)).toBeNull();
  expect(given).toBeLessThan(20);
});
