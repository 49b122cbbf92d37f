import { afterAll, expect, it } from "vitest";
import { listTheses } from "@/features/theses/queries";
import { getWorkspace, listMembers } from "@/features/workspaces/queries";
import { signIn } from "@/server/auth/sign-in";
import { cliContext, tokenContext } from "@/server/contexts";
import { disconnectLimits } from "@/server/rate-limit";
import { freshWorkspace } from "@/test/database/workspace";
import { createAccount, createApiToken, createFund, removeDemo } from "./commands";

afterAll(disconnectLimits);

it("makes a workspace, its owner and a token, and answers with nothing else", async () => {
  const fund = await createFund([
    "--name",
    "Blue Cliff",
    "--time-zone",
    "Asia/Shanghai",
    "--currency",
    "cny",
  ]);
  expect(fund.answer).toBe("blue-cliff");
  const { answer: password } = await createAccount([
    ...["--email", "Lin@Blue.test", "--name", "Lin Wei", "--workspace", "blue-cliff", "--role", "owner"],
  ]);
  expect(password).toMatch(/^\w{5}(-\w{5}){3}$/);
  await signIn("lin@blue.test", password ?? "", "test");
  const { answer: token } = await createApiToken([
    "--workspace",
    "blue-cliff",
    "--role",
    "viewer",
    "--name",
    "bars",
  ]);
  const context = await tokenContext(token ?? "");
  expect(await getWorkspace(context, {})).toMatchObject({
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    demo: false,
  });
  expect((await listMembers(context, {})).data).toMatchObject([{ email: "lin@blue.test", role: "owner" }]);
});

it("brings the essay's theses along, or none", async () => {
  await createFund(["--name", "With"]);
  await createFund(["--name", "Without", "--theses", "none"]);
  expect((await listTheses(await cliContext("with"), {})).data.length).toBeGreaterThanOrEqual(8);
  expect((await listTheses(await cliContext("without"), {})).data).toEqual([]);
});

it("makes a workspace with its people and a token in one call", async () => {
  await createAccount(["--email", "known@blue.test", "--name", "Known"]);
  const { answer } = await createFund([
    ...["--name", "Whole", "--members", "owner:Mei@blue.test, viewer:known@blue.test", "--token", "analyst"],
  ]);
  const { slug, members, token } = JSON.parse(answer ?? "");
  expect({ slug, members }).toEqual({
    slug: "whole",
    members: [
      { role: "owner", email: "mei@blue.test", password: expect.stringMatching(/^\w{5}(-\w{5}){3}$/) },
      { role: "viewer", email: "known@blue.test" },
    ],
  });
  await signIn("mei@blue.test", members[0].password, "test");
  const context = await tokenContext(token);
  expect(context.role).toBe("analyst");
  expect((await listMembers(context, {})).data).toMatchObject([
    { email: "known@blue.test", name: "Known", role: "viewer" },
    { email: "mei@blue.test", name: "mei", role: "owner" },
  ]);
});

it("lets an account that exists join another workspace with the password it has", async () => {
  await createFund(["--name", "First", "--theses", "none"]);
  await createFund(["--name", "Second", "--theses", "none"]);
  const account = ["--email", "ana@blue.test", "--name", "Ana"];
  await createAccount([...account, "--workspace", "first"]);
  const again = await createAccount([...account, "--workspace", "second", "--role", "admin"]);
  expect(again.answer).toBeUndefined();
  expect((await listMembers(await cliContext("second"), {})).data).toMatchObject([
    { email: "ana@blue.test", role: "admin" },
  ]);
  await expect(createAccount([...account, "--workspace", "second"])).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(createAccount(account)).rejects.toThrow("already is an account");
  await expect(createAccount([...account, "--workspace", "nowhere"])).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("removes the demo and nothing else", async () => {
  const fund = await freshWorkspace();
  const demo = await freshWorkspace({ demo: true });
  await removeDemo([]);
  await expect(cliContext(demo.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await cliContext(fund.slug)).workspaceId).toBe(fund.workspaceId);
  expect((await removeDemo([])).said).toBe("There is no demo workspace.");
});

it.each([
  [
    "an unknown role",
    () => createApiToken(["--workspace", "x", "--role", "boss", "--name", "n"]),
    "--role must be one of",
  ],
  [
    "a role in no workspace",
    () => createAccount(["--email", "a@b.test", "--name", "n", "--role", "admin"]),
    "--role needs",
  ],
  [
    "a member without an address",
    () => createFund(["--name", "n", "--members", "owner"]),
    "must be an e-mail address",
  ],
  [
    "a member of an unknown role",
    () => createFund(["--name", "n", "--members", "boss:a@b.test"]),
    "--members must be one of",
  ],
  ["theses of another essay", () => createFund(["--name", "n", "--theses", "other"]), "--theses must be"],
])("refuses %s", async (_, command, sentence) => {
  await expect(command()).rejects.toThrow(sentence);
});
