import { z } from "zod";
import { locales } from "@/i18n/locales";
import { NewPassword } from "@/server/auth/passwords";

/** What is typed where nobody is signed in yet is only bounded: whether it fits an account, the answer must not say. */
const Typed = z.string().max(500, { error: "must have at most 500 characters" });

const Email = z
  .string()
  .trim()
  .max(200)
  .pipe(z.email({ error: "must be an e-mail address" }));

const PersonName = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(80, { error: "must have at most 80 characters" });

export const SignIn = z
  .object({ email: Typed, password: Typed, next: z.string().max(2000).optional() })
  .strict();
export const AskForReset = z.object({ email: Email }).strict();
export const ResetPassword = z.object({ secret: Typed, password: NewPassword }).strict();
export const AcceptInvitation = z.object({ secret: Typed }).strict();
export const AcceptAnew = z.object({ secret: Typed, name: PersonName, password: NewPassword }).strict();
export const ChangePassword = z.object({ current: Typed, next: NewPassword }).strict();

/** `locale` null: the language follows the browser. */
export const Profile = z.object({ name: PersonName, locale: z.enum(locales).nullable() }).strict();
