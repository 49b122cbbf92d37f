import { readFileSync, writeFileSync } from "node:fs";
import { operations } from "@/features/registry";
import { openApiDocument } from "@/server/rest/openapi";

// npm run openapi: writes docs/openapi.json. With --check it only says whether the file is what the code would write.
const file = "docs/openapi.json";
const wanted = `${JSON.stringify(openApiDocument(operations), null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, wanted);
  process.stderr.write(`${file} written.\n`);
} else if (readFileSync(file, "utf8") === wanted) {
  process.stderr.write(`${file} is up to date.\n`);
} else {
  process.stderr.write(`${file} differs from the operations. Run: node scripts/run.mjs openapi\n`);
  process.exitCode = 1;
}
