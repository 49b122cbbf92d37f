import { InvitationView } from "@/features/accounts/ui/invitation";
import { openInvitation } from "@/server/auth/invitation";
import { currentPerson } from "@/server/auth/session";

export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const [invitation, person] = await Promise.all([openInvitation(secret), currentPerson()]);
  return <InvitationView secret={secret} invitation={invitation} person={person} />;
}
