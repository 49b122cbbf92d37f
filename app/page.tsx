import { redirect } from "next/navigation";
import { AuthFrame } from "@/features/accounts/ui/auth-frame";
import { NoWorkspace } from "@/features/accounts/ui/no-workspace";
import { currentPerson } from "@/server/auth/session";
import { workspacesOf } from "@/server/contexts";

/** The way in: to one's first workspace, to sign-in, or to a page that says why there is nothing. */
export default async function StartPage() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");
  const [first] = await workspacesOf(person.id);
  if (first) redirect(`/w/${first.slug}`);
  return (
    <AuthFrame>
      <NoWorkspace email={person.email} />
    </AuthFrame>
  );
}
