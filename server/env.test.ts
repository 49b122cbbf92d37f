import { describe, expect, it } from "vitest";
import { ConfigurationError, configurationTable, parseEnv } from "./env";

const least = {
  DATABASE_URL: "postgresql://127.0.0.1/throughline",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
};

describe("parseEnv", () => {
  it("needs no more than a database and a secret", () => {
    expect(parseEnv(least)).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      TRUST_PROXY: 0,
      WORKER_POLL_SECONDS: 30,
      THROUGHLINE_FETCH_ALLOW: [],
      LOG_LEVEL: "info",
    });
  });

  it("takes an empty value for one that is not set", () => {
    expect(parseEnv({ ...least, PORT: "", SMTP_URL: "" })).toMatchObject({ PORT: 3000 });
    expect(parseEnv({ ...least, SMTP_URL: "" }).SMTP_URL).toBeUndefined();
  });

  it("reads numbers and lists", () => {
    const given = {
      ...least,
      PORT: "8080",
      TRUST_PROXY: "2",
      THROUGHLINE_FETCH_ALLOW: "127.0.0.0/8, fd00::/8",
    };
    expect(parseEnv(given)).toMatchObject({
      PORT: 8080,
      TRUST_PROXY: 2,
      THROUGHLINE_FETCH_ALLOW: ["127.0.0.0/8", "fd00::/8"],
    });
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80a"],
    ["PORT", "3e3"],
    ["PUBLIC_URL", "throughline.example"],
    ["DATABASE_URL", "mysql://127.0.0.1/x"],
    ["NEXTAUTH_SECRET", "short"],
    ["SMTP_URL", "http://mail.example"],
    ["THROUGHLINE_FETCH_ALLOW", "10.0.0.0"],
    ["THROUGHLINE_FETCH_ALLOW", "999.0.0.0/8"],
    ["TRUST_PROXY", "-1"],
    ["WORKER_POLL_SECONDS", "0"],
    ["LOG_LEVEL", "loud"],
  ])("names %s when it is %j, and says what was expected", (name, value) => {
    expect(() => parseEnv({ ...least, [name]: value })).toThrow(ConfigurationError);
    expect(() => parseEnv({ ...least, [name]: value })).toThrow(new RegExp(`${name} must (be|have) `));
  });

  it("names everything that is wrong or missing at once", () => {
    expect(() => parseEnv({ PORT: "x", NEXTAUTH_SECRET: least.NEXTAUTH_SECRET })).toThrow(
      /PORT must be .*\n {2}DATABASE_URL is not set: Your own PostgreSQL/,
    );
  });

  it("shows no secret and no password", () => {
    const told = (given: Record<string, string>) => {
      try {
        parseEnv(given);
      } catch (error) {
        return String(error);
      }
      return "";
    };
    expect(told({ ...least, DATABASE_URL: "mysql://me:hunter2@127.0.0.1/x" })).not.toContain("hunter2");
    expect(told({ ...least, NEXTAUTH_SECRET: "hunter2-hunter2" })).not.toContain("hunter2-hunter2");
  });
});

it("has a meaning for every variable", () => {
  for (const { name, meaning } of configurationTable()) expect(meaning, name).not.toBe("");
});
