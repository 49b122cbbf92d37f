"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { ActionResult } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import styles from "./workspaces.module.css";

type Props = {
  /** A server action bound to what it ends. */
  revoke: () => Promise<ActionResult<unknown>>;
  words: { button: string; title: string; description: string; done: string };
};

/** Asks, ends a token or an invitation, and tells the outcome. */
export function RevokeButton({ revoke, words }: Props) {
  const router = useRouter();
  const errorText = useErrorText();
  return (
    <span className={styles.inCell}>
      <ConfirmButton
        look="quiet"
        title={words.title}
        description={words.description}
        confirm={words.button}
        action={async () => {
          const result = await revoke();
          if (result.ok) notify({ tone: "positive", message: words.done });
          else notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
          router.refresh();
        }}
      >
        {words.button}
      </ConfirmButton>
    </span>
  );
}
