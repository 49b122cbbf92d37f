// npm run web | worker | migrate | cli | openapi | bench: one program of dist/, with the remaining arguments.
import { ensureBuilt, ensureInstalled, requireNode, root } from "./prepare.mjs";

const [name, ...args] = process.argv.slice(2);
requireNode();
process.chdir(root);
ensureInstalled({ everything: false });
ensureBuilt();
process.argv = [process.execPath, name, ...args];
await import(`../dist/${name}.js`);
