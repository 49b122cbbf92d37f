import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "@/components/form/button";
import layout from "@/components/form/form-layout.module.css";
import { ClientMessages } from "@/i18n/client-messages";
import type { OpenInvitation } from "@/server/auth/invitation";
import type { Person } from "@/server/auth/session";
import { signOutAction } from "../actions";
import { AcceptForm, NewcomerForm } from "./accept-forms";
import { AuthCard } from "./auth-card";

type Props = { secret: string; invitation: OpenInvitation | null; person: Person | null };

/** What an invitation's link shows: to the person it is for, to someone new, to someone else, or when it is dead. */
export async function InvitationView({ secret, invitation, person }: Props) {
  const [t, roles] = await Promise.all([
    getTranslations("auth.invitation"),
    getTranslations("settings.roles"),
  ]);
  if (!invitation) return <AuthCard title={t("deadTitle")} description={t("dead")} />;
  const { email, workspace_name: workspace, role } = invitation;
  return (
    <AuthCard title={t("join", { workspace })} description={t("as", { role: roles(role), email })}>
      <ClientMessages of={["auth", "errors"]}>
        <Answer {...{ secret, invitation, person }} />
      </ClientMessages>
    </AuthCard>
  );
}

async function Answer({ secret, invitation, person }: Props & { invitation: OpenInvitation }) {
  const t = await getTranslations("auth.invitation");
  if (person?.email === invitation.email) return <AcceptForm secret={secret} />;
  if (person) {
    return (
      <form action={signOutAction} className={layout.form}>
        <p>{t("other", { email: person.email })}</p>
        <Button type="submit">{t("signOut")}</Button>
      </form>
    );
  }
  if (!invitation.has_account) return <NewcomerForm secret={secret} email={invitation.email} />;
  return (
    <div className={layout.form}>
      <p>{t("hasAccount")}</p>
      <LinkButton look="primary" href={`/sign-in?next=${encodeURIComponent(`/invitation/${secret}`)}`}>
        {t("signIn")}
      </LinkButton>
    </div>
  );
}
