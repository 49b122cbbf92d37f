import path from "node:path";
import { type Browser, type BrowserContext, request } from "@playwright/test";
import type { AppLocale } from "@/i18n/locales";
import { Cli } from "./cli";
import { baseUrl, callApi } from "./product";

const roles = ["owner", "partner", "analyst", "viewer"] as const;

/** Someone with an account in a workspace, called by their role. */
export type Person = (typeof roles)[number];
/** The essay's theses and nothing else; not even those; or the demo, which all share and nobody may write to. */
export type Content = "theses" | "nothing" | "demo";
export type Api = <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>;

export type Look = { locale: AppLocale; colorScheme?: "light" | "dark"; width?: number };

type Account = { email: string; password: string };
type Made = { slug: string; members: (Account & { role: string })[]; token: string };
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Where a journey takes place. */
export class Workspace {
  private readonly sessions = new Map<Person, Promise<Session>>();

  constructor(private readonly made: Made) {}

  get slug(): string {
    return this.made.slug;
  }

  /** How to sign in as one of its people. */
  account(person: Person): Account {
    const account = this.made.members.find(({ role }) => role === person);
    if (!account) throw new Error(`${this.slug} has no ${person}`);
    return account;
  }

  /** An address that nobody has in any other workspace. */
  address(name: string): string {
    return addressIn(this.slug, name);
  }

  /** Calls the REST API, as an admin where one may write; the answer's body. */
  readonly api: Api = async <T>(method: string, path: string, body?: unknown) => {
    const response = await callApi(this.made.token, method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    // The doors' own tests hold every answer against its schema.
    return (await response.json()) as T;
  };

  /** A browser window of one of its people, or of nobody. Paths without a leading slash are pages of this workspace. */
  async window(browser: Browser, look: Look, person?: Person): Promise<BrowserContext> {
    const { locale, colorScheme = "light", width = 1440 } = look;
    const context = await browser.newContext({
      baseURL: `${baseUrl()}/w/${this.slug}/`,
      colorScheme,
      locale,
      viewport: { width, height: width < 768 ? 844 : 900 },
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
      ...(person ? { storageState: await this.session(person) } : {}),
    });
    await context.addCookies([{ name: "throughline-locale", value: locale, url: baseUrl() }]);
    return context;
  }

  private session(person: Person): Promise<Session> {
    const known = this.sessions.get(person) ?? startSession(this.account(person));
    this.sessions.set(person, known);
    return known;
  }
}

/** The workspaces of one Playwright worker: for each spec file and language one that no other file works in. */
export class Workspaces {
  private readonly known = new Map<string, Promise<Workspace>>();
  private readonly cli = new Cli();

  constructor(private readonly worker: number) {}

  of(file: string, language: string, content: Content): Promise<Workspace> {
    // A worker that follows a failed test has a number of its own, and so has what it makes.
    const slug = [path.basename(file, ".spec.ts"), language, content, this.worker].join("-").toLowerCase();
    const known = this.known.get(slug) ?? (content === "demo" ? demo() : this.create(slug, content));
    this.known.set(slug, known);
    return known;
  }

  stop(): Promise<void> {
    return this.cli.stop();
  }

  private async create(slug: string, content: "theses" | "nothing"): Promise<Workspace> {
    const members = roles.map((role) => `${role}:${addressIn(slug, role)}`);
    const made = await this.cli.call(
      ...["workspace", "create", "--name", slug, "--slug", slug, "--time-zone", "Asia/Shanghai"],
      ...["--theses", content === "theses" ? "essay" : "none"],
      ...["--members", members.join(","), "--token", "admin"],
    );
    return new Workspace(JSON.parse(made));
  }
}

async function demo(): Promise<Workspace> {
  return new Workspace(JSON.parse(process.env.E2E_DEMO ?? ""));
}

const addressIn = (slug: string, name: string) => `${name}@${slug}.test`;

/** Signs in without the form, which has journeys of its own. */
async function startSession({ email, password }: Account): Promise<Session> {
  const calls = await request.newContext({ baseURL: baseUrl() });
  const { csrfToken } = (await (await calls.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email, password, json: "true" };
  const answer = await calls.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
  const session = await calls.storageState();
  await calls.dispose();
  return session;
}
