"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ConfirmButton } from "@/components/form/confirm-button";
import control from "@/components/form/control.module.css";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import type { Role } from "@/server/permissions";
import { changeRoleAction, removeMemberAction } from "../actions";
import type { Member } from "../schema";
import styles from "./workspaces.module.css";

type Props = { workspace: string; member: Member };

/** Changes at once; a refusal is told and the role before it comes back. */
export function RoleSelect({ workspace, member, choices }: Props & { choices: readonly Role[] }) {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  const router = useRouter();
  const [role, setRole] = useState(member.role);
  const [pending, startTransition] = useTransition();

  const change = (next: Role) => {
    setRole(next);
    startTransition(async () => {
      const result = await changeRoleAction(workspace, {
        id: member.id,
        role: next,
        version: member.version,
      });
      if (result.ok)
        notify({
          tone: "positive",
          message: t("members.changed", { name: member.name, role: t(`roles.${next}`) }),
        });
      else {
        setRole(member.role);
        notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
      }
      router.refresh();
    });
  };

  return (
    <select
      className={control.small}
      aria-label={t("members.roleOf", { name: member.name })}
      aria-busy={pending}
      disabled={pending}
      value={role}
      onChange={(event) => {
        const next = choices.find((choice) => choice === event.target.value);
        if (next) change(next);
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {t(`roles.${choice}`)}
        </option>
      ))}
    </select>
  );
}

export function RemoveMember({ workspace, member }: Props) {
  const t = useTranslations("settings.members");
  const errorText = useErrorText();
  const router = useRouter();
  return (
    <span className={styles.inCell}>
      <ConfirmButton
        look="quiet"
        title={t("removeTitle", { name: member.name })}
        description={t("removeDescription")}
        confirm={t("remove")}
        action={async () => {
          const result = await removeMemberAction(workspace, { id: member.id, version: member.version });
          if (result.ok) notify({ tone: "positive", message: t("removed", { name: member.name }) });
          else notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
          router.refresh();
        }}
      >
        {t("remove")}
      </ConfirmButton>
    </span>
  );
}
