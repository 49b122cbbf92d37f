import { parseArgs } from "node:util";

/** Called wrongly: one sentence on standard error, exit code 2. */
export class UsageError extends Error {}

export const help = `npm run cli -- <command>

  workspace create --name <name> [--slug <slug>] [--time-zone <zone>] [--currency <code>] [--theses essay|none]
                   [--members <role>:<email>,…] [--token <role>]
      Makes a workspace; prints its slug. With the essay's theses unless told otherwise; UTC and USD unless told otherwise.
      With --members or --token it prints JSON instead: slug, members (role, email, generated password) and token.
  user create --email <address> --name <name> [--workspace <slug> [--role <role>]] [--password-stdin]
      Makes an account, in a workspace if named (as analyst unless told otherwise); prints the generated password.
      An account that exists joins the workspace and keeps its password.
  token create --workspace <slug> --role <role> --name <name>
      Makes an API token; prints it.
  demo remove
      Removes the demo workspace with everything in it.
  migrate
      Brings the database up to date.
  batch
      Runs the commands on standard input, one a line as a JSON list of words; prints a line of JSON for each.

Roles: viewer, analyst, partner, admin, owner. Without DATABASE_URL it works on the database that npm start keeps.
`;

type Options<R extends string, O extends string> = {
  required: readonly R[];
  optional?: readonly O[];
  flags?: readonly string[];
};

/** `--name value` and `--flag` of one command; throws UsageError naming what is missing or unknown. */
export function options<R extends string, O extends string = never>(
  args: string[],
  { required, optional = [], flags = [] }: Options<R, O>,
): { values: Record<R, string> & Partial<Record<O, string>>; flags: Set<string> } {
  const text = Object.fromEntries(
    [...required, ...optional].map((name) => [name, { type: "string" as const }]),
  );
  const switches = Object.fromEntries(flags.map((name) => [name, { type: "boolean" as const }]));
  const { values } = parse(args, { ...text, ...switches });
  const given = Object.entries(values);
  for (const name of required) {
    const value = values[name];
    if (typeof value !== "string" || value.trim() === "") throw new UsageError(`--${name} is missing.`);
  }
  // Required ones were checked above; the parser knows no others than those named.
  const texts = Object.fromEntries(given.filter(([, value]) => typeof value === "string")) as Record<
    R,
    string
  > &
    Partial<Record<O, string>>;
  return { values: texts, flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)) };
}

function parse(args: string[], known: Record<string, { type: "string" | "boolean" }>) {
  try {
    return parseArgs({ args, options: known, strict: true, allowPositionals: false });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${said.split(". ")[0]?.replace(/\.$/, "")}.`);
  }
}
