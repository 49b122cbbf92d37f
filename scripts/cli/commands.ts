import { text } from "node:stream/consumers";
import { z } from "zod";
import { createWorkspace } from "@/features/workspaces/commands/create";
import { createUser, joinWorkspace } from "@/features/workspaces/commands/people";
import { createToken } from "@/features/workspaces/commands/tokens";
import { deleteWorkspace } from "@/features/workspaces/commands/workspace";
import { Email } from "@/features/workspaces/schema";
import { loadDemo } from "@/prisma/seed/demo/schema";
import { seedTheses } from "@/prisma/seed/demo-theses";
import { NewPassword } from "@/server/auth/passwords";
import type { Context } from "@/server/context";
import { cliContext } from "@/server/contexts";
import type { PrismaClient } from "@/server/db/generated/client";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { AppError } from "@/server/errors";
import { parseInput } from "@/server/operation";
import { type Role, roles } from "@/server/permissions";
import { newPassword } from "@/server/secrets";
import { options, UsageError } from "./usage";

type Told = { answer?: string; said?: string };
type Owner = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Works as the tables' owner, in one transaction: a command that fails leaves nothing. */
async function asOwner<T>(work: (owner: Owner) => Promise<T>): Promise<T> {
  const owner = ownerDb(env().DATABASE_URL);
  try {
    return await owner.$transaction((tx) => work(tx), { timeout: 60_000, maxWait: 10_000 });
  } finally {
    await owner.$disconnect();
  }
}

export async function createFund(args: string[]): Promise<Told> {
  const { values } = options(args, {
    required: ["name"],
    optional: ["slug", "time-zone", "currency", "theses", "members", "token"],
  });
  const theses = values.theses ?? "essay";
  if (theses !== "essay" && theses !== "none") throw new UsageError("--theses must be essay or none.");
  const people = values.members === undefined ? [] : membersNamed(values.members);
  const role = values.token === undefined ? null : roleNamed(values.token, "token");
  const { slug, members } = await asOwner(async (owner) => {
    const workspace = await createWorkspace(owner, {
      name: values.name,
      slug: values.slug,
      timeZone: values["time-zone"],
      currency: values.currency?.toUpperCase(),
    });
    // The theses without the essay's claims: those have deadlines of 2024 and 2025 and belong to the demo.
    if (theses === "essay") await seedTheses(owner, workspace.id, loadDemo().theses, []);
    return { slug: workspace.slug, members: await addMembers(owner, workspace.slug, people) };
  });
  const said = `The workspace "${values.name}" is there.`;
  if (people.length === 0 && role === null)
    return { answer: slug, said: `${said} Make its owner: user create --workspace ${slug} --role owner …` };
  const made = role && (await createToken(await cliContext(slug), { name: "command line", role }));
  return { answer: JSON.stringify({ slug, members, ...(made ? { token: made.secret } : {}) }), said };
}

type Member = { role: Role; email: string };

/** What --members lists: role:email, separated by commas. */
function membersNamed(list: string): Member[] {
  return list.split(",").map((one) => {
    const [role = "", email = ""] = one.trim().split(":");
    return {
      role: roleNamed(role, "members"),
      email: parseInput(z.object({ members: Email }), { members: email }).members,
    };
  });
}

/** Each with the password made for it; an account that exists keeps its own. A new one is named by its address before the @. */
async function addMembers(owner: Owner, slug: string, people: readonly Member[]) {
  const added: (Member & { password?: string })[] = [];
  for (const { role, email } of people) {
    const password = newPassword();
    const user = await createUser(owner, { email, name: email.replace(/@.*/, ""), password });
    await joinWorkspace(owner, user, slug, role);
    added.push({ role, email, ...(user.existed ? {} : { password }) });
  }
  return added;
}

export async function createAccount(args: string[]): Promise<Told> {
  const { values, flags } = options(args, {
    required: ["email", "name"],
    optional: ["workspace", "role"],
    flags: ["password-stdin"],
  });
  const role = values.role === undefined ? "analyst" : roleNamed(values.role);
  if (values.role !== undefined && values.workspace === undefined)
    throw new UsageError("--role needs --workspace.");
  const { email } = parseInput(z.object({ email: Email }), { email: values.email });
  const given = flags.has("password-stdin") ? await typedPassword() : null;
  const password = given ?? newPassword();
  const { existed } = await asOwner(async (owner) => {
    const user = await createUser(owner, { email, name: values.name, password });
    if (values.workspace !== undefined) await joinWorkspace(owner, user, values.workspace, role);
    else if (user.existed)
      throw new UsageError(`There already is an account ${email}. Name a --workspace for it to join.`);
    return user;
  });
  const joined = values.workspace === undefined ? "" : ` It is ${role} in ${values.workspace}.`;
  if (existed) return { said: `${email} has an account already and keeps its password.${joined}` };
  return { said: `The account ${email} is there.${joined}`, ...(given === null ? { answer: password } : {}) };
}

async function typedPassword(): Promise<string> {
  const typed = (await text(process.stdin)).replace(/\r?\n$/, "");
  return parseInput(z.object({ passwordStdin: NewPassword }), { passwordStdin: typed }).passwordStdin;
}

export async function createApiToken(args: string[]): Promise<Told> {
  const { values } = options(args, { required: ["workspace", "role", "name"] });
  const role = roleNamed(values.role);
  const { secret } = await createToken(await workspaceNamed(values.workspace), { name: values.name, role });
  return { answer: secret };
}

export async function removeDemo(args: string[]): Promise<Told> {
  options(args, { required: [] });
  const demos = await asOwner((owner) =>
    owner.workspace.findMany({ where: { demo: true }, select: { slug: true, name: true } }),
  );
  for (const { slug, name } of demos) await deleteWorkspace(await cliContext(slug), { confirm: name });
  return { said: demos.length > 0 ? "The demo is removed." : "There is no demo workspace." };
}

async function workspaceNamed(slug: string): Promise<Context> {
  try {
    return await cliContext(slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND")
      throw new AppError("NOT_FOUND", `There is no workspace "${slug}".`);
    throw error;
  }
}

function roleNamed(name: string, option = "role"): Role {
  const role = roles.find((one) => one === name);
  if (!role) throw new UsageError(`--${option} must be one of ${roles.join(", ")}.`);
  return role;
}
