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

/** Works as the tables' owner, in one transaction: a command that fails leaves nothing. */
async function asOwner<T>(
  work: (owner: Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]) => Promise<T>,
): Promise<T> {
  const owner = ownerDb(env().DATABASE_URL);
  try {
    return await owner.$transaction((tx) => work(tx), { timeout: 60_000 });
  } finally {
    await owner.$disconnect();
  }
}

export async function createFund(args: string[]): Promise<Told> {
  const { values } = options(args, {
    required: ["name"],
    optional: ["slug", "time-zone", "currency", "theses"],
  });
  const theses = values.theses ?? "essay";
  if (theses !== "essay" && theses !== "none") throw new UsageError("--theses must be essay or none.");
  const made = await asOwner(async (owner) => {
    const workspace = await createWorkspace(owner, {
      name: values.name,
      slug: values.slug,
      timeZone: values["time-zone"],
      currency: values.currency?.toUpperCase(),
    });
    // The theses without the essay's claims: those have deadlines of 2024 and 2025 and belong to the demo.
    if (theses === "essay") await seedTheses(owner, workspace.id, loadDemo().theses, []);
    return workspace;
  });
  return {
    answer: made.slug,
    said: `The workspace "${values.name}" is there. Make its owner: user create --workspace ${made.slug} --role owner …`,
  };
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

function roleNamed(name: string): Role {
  const role = roles.find((one) => one === name);
  if (!role) throw new UsageError(`--role must be one of ${roles.join(", ")}.`);
  return role;
}
