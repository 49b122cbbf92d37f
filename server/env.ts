import ipaddr from "ipaddr.js";
import { z } from "zod";

/** All configuration there is. Read once at boot; a wrong value stops the start with its name. */

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address starting with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });
/** A number written in digits; empty or "3e3" is none. */
const digits = (min: number, max: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be ${what}` })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error: `must be ${what}` });

const Env = z.object({
  PORT: digits(1, 65_535, "a port number from 1 to 65535")
    .default(3000)
    .describe("Port the web server listens on"),
  HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe("Address the web server listens on; 0.0.0.0 for every network"),
  PUBLIC_URL: url(["http:", "https:"])
    .optional()
    .describe("Address people reach it at, for links and sign-in; default http://localhost:PORT"),
  DATABASE_URL: url(["postgres:", "postgresql:"]).describe(
    "Your own PostgreSQL (15 or newer); without it, an embedded one is used",
  ),
  THROUGHLINE_DATA_DIR: z
    .string()
    .min(1)
    .default(".data")
    .describe("Folder of the embedded database and generated secrets"),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, { error: "must have at least 32 characters" })
    .describe("Key that signs sessions; generated with the embedded database, required with your own"),
  SMTP_URL: url(["smtp:", "smtps:"])
    .optional()
    .describe("Mail server; without it, reset links go to the log"),
  MAIL_FROM: z.string().default("Throughline <throughline@localhost>").describe("Sender of mails"),
  THROUGHLINE_FETCH_ALLOW: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((parts) => parts.every((part) => ipaddr.isValidCIDR(part)), {
      error: "must be a list of networks like 127.0.0.0/8,10.1.0.0/16",
    })
    .describe("Non-public networks feeds may be fetched from, as a list of CIDRs"),
  TRUST_PROXY: digits(0, 10, "a number of proxies from 0 to 10")
    .default(0)
    .describe("How many reverse proxies stand in front and set X-Forwarded-For"),
  WORKER_POLL_SECONDS: digits(1, 3600, "a number of seconds from 1 to 3600")
    .default(30)
    .describe("How often the worker looks for feeds that are due"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], {
      error: "must be trace, debug, info, warn, error or silent",
    })
    .default("info")
    .describe("How much goes to the log"),
});

export type Env = z.output<typeof Env>;

/** A configuration value that cannot be used; its message names every one of them. */
export class ConfigurationError extends Error {}

/** Empty values count as not set: `SMTP_URL=` in a compose file means "none". */
export function parseEnv(record: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Env.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return name in given
      ? `${name} ${issue.message} (it is "${hide(name, given[name] ?? "")}")`
      : `${name} is not set: ${meaningOf(name)}`;
  });
  throw new ConfigurationError(`The configuration cannot be used:\n  ${problems.join("\n  ")}`);
}

function meaningOf(name: string): string {
  return configurationTable().find((row) => row.name === name)?.meaning ?? "";
}

function hide(name: string, value: string): string {
  return /SECRET|_URL/.test(name) && name !== "PUBLIC_URL" ? `${value.slice(0, 4)}…` : value;
}

let parsed: Env | undefined;

/** This process' configuration. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Where people reach the product, without a slash at the end. */
export function publicUrl(): string {
  return (env().PUBLIC_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, "");
}

/** Name, default and meaning of each variable: the README's table is checked against this. */
export function configurationTable(): { name: string; fallback: string; meaning: string }[] {
  return Object.entries(Env.shape).map(([name, schema]) => ({
    name,
    fallback: fallbackOf(schema),
    meaning: schema.description ?? "",
  }));
}

function fallbackOf(schema: z.ZodType): string {
  const result = schema.safeParse(undefined);
  return result.success && result.data !== undefined ? String(result.data) : "";
}
