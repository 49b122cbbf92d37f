import { createHash, randomBytes } from "node:crypto";

/** A token for a link or a program: 32 random bytes; only its hash is stored. */
export function newSecret(prefix: string): { secret: string; hash: string } {
  const secret = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { secret, hash: hashSecret(secret) };
}

/** SHA-256 is right here and wrong for passwords: the secret has 256 bits of its own. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A password for people to type once: 20 letters and digits without look-alikes, about 113 bits. */
export function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  const picked: string[] = [];
  while (picked.length < 20) {
    for (const byte of randomBytes(32)) {
      // Bytes past the last whole multiple are thrown away: every letter is equally likely.
      if (byte < 256 - (256 % letters.length) && picked.length < 20)
        picked.push(letters[byte % letters.length] ?? "");
    }
  }
  return picked.join("").replace(/(.{5})(?=.)/g, "$1-");
}
