import { expect, it } from "vitest";
import { refuseForeignOrigin } from "./origin";

const own = "https://throughline.test";

it.each([
  [{ origin: own, "sec-fetch-site": "same-origin" }, false],
  [{ origin: own }, false],
  [{}, false],
  [{ origin: "https://evil.test" }, true],
  [{ origin: "null" }, true],
  [{ origin: own, "sec-fetch-site": "same-site" }, true],
  [{ origin: own, "sec-fetch-site": "cross-site" }, true],
  [{ "sec-fetch-site": "none" }, true],
])("a request with %j is foreign: %s", (headers, foreign) => {
  const refuse = () => refuseForeignOrigin(new Headers(headers), own);
  if (foreign) expect(refuse).toThrow("own pages only");
  else expect(refuse).not.toThrow();
});
