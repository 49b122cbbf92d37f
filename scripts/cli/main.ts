import "./quiet";
import { createInterface } from "node:readline";
import { jobs } from "@/features/job-registry";
import { disconnectDb } from "@/server/db/client";
import { migrate } from "@/server/db/migrate";
import { ConfigurationError } from "@/server/env";
import { AppError } from "@/server/errors";
import { stopSender } from "@/server/jobs/queue";
import { connectToEmbedded } from "../boot/environment";
import { batch } from "./batch";
import { createAccount, createApiToken, createFund, removeDemo } from "./commands";
import { help, options, UsageError } from "./usage";

// npm run cli -- <command>. What a command answers stands alone on standard output; everything else is said on standard error.

type Command = (args: string[]) => Promise<{ answer?: string; said?: string }>;

const commands: Record<string, Command> = {
  "workspace create": createFund,
  "user create": createAccount,
  "token create": createApiToken,
  "demo remove": removeDemo,
  migrate: async () => {
    const applied = await migrate(process.env.DATABASE_URL ?? "", jobs);
    return { said: applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date." };
  },
};

process.exitCode = await main(process.argv.slice(2));
await Promise.allSettled([stopSender(), disconnectDb()]);
// The queue and the schema engine leave timers behind.
process.exit();

async function main(argv: string[]): Promise<number> {
  if (argv.length === 0 || argv.includes("--help") || argv[0] === "help") {
    process.stdout.write(help);
    return 0;
  }
  try {
    if (argv[0] === "batch") {
      options(argv.slice(1), { required: [] });
      return await batch({
        lines: createInterface({ input: process.stdin }),
        run,
        sentence,
        print: (line) => process.stdout.write(`${line}\n`),
      });
    }
    const { answer, said } = await run(argv);
    if (said) process.stderr.write(`${said}\n`);
    if (answer) process.stdout.write(`${answer}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    return error instanceof UsageError || (error instanceof AppError && error.code === "INVALID") ? 2 : 1;
  }
}

async function run(argv: string[]) {
  const { command, args } = find(argv);
  connectToEmbedded();
  return command(args);
}

function find(argv: string[]): { command: Command; args: string[] } {
  for (const words of [2, 1]) {
    const command = commands[argv.slice(0, words).join(" ")];
    if (command) return { command, args: argv.slice(words) };
  }
  const called = argv
    .filter((word) => !word.startsWith("--"))
    .slice(0, 2)
    .join(" ");
  throw new UsageError(`There is no command "${called}". See npm run cli -- --help.`);
}

function sentence(error: unknown): string {
  if (error instanceof AppError && error.details.fields) return optionProblems(error.details.fields);
  if (error instanceof AppError || error instanceof UsageError || error instanceof ConfigurationError)
    return error.message;
  const text = error instanceof Error ? error.message : String(error);
  if (/ECONNREFUSED|Can't reach database|terminating connection/.test(text)) {
    return "The database does not answer. Is Throughline running (npm start), and is DATABASE_URL right?";
  }
  return text.trim();
}

/** { timeZone: "must be …" } → "--time-zone must be …". */
function optionProblems(fields: Record<string, string>): string {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.entries(fields)
    .map(([name, problem]) => `--${kebab(name)} ${problem}.`)
    .join(" ");
}
