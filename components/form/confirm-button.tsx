"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { Spinner } from "@/components/layout/spinner";
import { Dialog, loadDialog } from "@/components/overlay/dialog";
import { loadOnIntent } from "@/components/overlay/load-on-intent";
import { Button } from "./button";
import styles from "./form-layout.module.css";

type Props = {
  children: ReactNode;
  /** The question; says what will happen to what. */
  title?: ReactNode;
  description?: ReactNode;
  /** The button that does it: the verb itself, "Delete 3 items". */
  confirm?: ReactNode;
  /** A server action or a function; the dialog stays, busy, until it is done. */
  action: () => Promise<unknown> | unknown;
  danger?: boolean;
  look?: "default" | "quiet" | "danger";
};

/** A button that asks first, in a dialog. */
export function ConfirmButton({
  children,
  title,
  description,
  confirm,
  action,
  danger = true,
  look = "default",
}: Props) {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [busy, startTransition] = useTransition();

  const run = () => {
    if (busy) return;
    startTransition(async () => {
      await action();
      setOpen(false);
    });
  };
  return (
    <>
      <Button look={look} aria-haspopup="dialog" onClick={() => setOpen(true)} {...loadOnIntent(loadDialog)}>
        {children}
      </Button>
      {open && (
        <Dialog
          kind="question"
          title={title ?? t("confirm.question")}
          description={description}
          onClose={() => setOpen(false)}
        >
          <div className={`${styles.buttons} ${styles.end}`}>
            <Button autoFocus onClick={() => setOpen(false)}>
              {t("actions.cancel")}
            </Button>
            <Button look={danger ? "danger" : "primary"} aria-disabled={busy} onClick={run}>
              {busy && <Spinner />}
              {confirm ?? t("actions.confirm")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
