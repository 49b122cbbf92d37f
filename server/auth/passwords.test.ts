import { describe, expect, it } from "vitest";
import { NewPassword } from "./passwords";

const isTaken = (password: string) => NewPassword.safeParse(password).success;

describe("a new password", () => {
  it.each([
    "password12",
    "1234567890",
    "qwertyuiop",
    "iloveyou123",
    "letmein12345",
    "aaaaaaaaaaaa",
    "ｐａｓｓｗｏｒｄ１２",
    "P@ssw0rd123",
  ])("%s is tried first, and refused", (password) => expect(isTaken(password)).toBe(false));
  it.each(["correct horse battery", "投资委员会的第一次记录", "a password nobody has", "kx7Qw-93bzT"])(
    "%s is taken",
    (password) => expect(isTaken(password)).toBe(true),
  );
});
