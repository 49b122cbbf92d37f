// npm start: from a fresh clone to a page that answers.
import { ensureBuilt, ensureInstalled, requireNode, root } from "./prepare.mjs";

requireNode();
process.chdir(root);
ensureInstalled({ everything: false });
ensureBuilt();
await import("../dist/start.js");
