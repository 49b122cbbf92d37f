// npm run web | worker | migrate | cli | openapi | bench: one program of dist/, with the remaining arguments.
import { begin, prepare } from "./prepare.mjs";

const [name, ...args] = process.argv.slice(2);
begin();
process.env.NODE_ENV = "production";
await prepare({ web: name === "web" });
process.argv = [process.execPath, name, ...args];
await import(`../dist/${name}.js`);
