"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState, useTransition } from "react";
import { Spinner } from "@/components/layout/spinner";
import { Button } from "./button";
import styles from "./confirm-button.module.css";

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

/** A button that asks first, in a native modal dialog. */
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
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const [busy, startTransition] = useTransition();
  const id = useId();

  const run = () => {
    if (busy) return;
    startTransition(async () => {
      await action();
      dialog.current?.close();
    });
  };
  return (
    <>
      <Button
        look={look}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {children}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={() => setOpen(false)}>
        {open && (
          <>
            <h2 id={id}>{title ?? t("confirm.question")}</h2>
            {description && <p>{description}</p>}
            <div className={styles.actions}>
              <Button autoFocus onClick={() => dialog.current?.close()}>
                {t("actions.cancel")}
              </Button>
              <Button look={danger ? "danger" : "primary"} aria-disabled={busy} onClick={run}>
                {busy && <Spinner />}
                {confirm ?? t("actions.confirm")}
              </Button>
            </div>
          </>
        )}
      </dialog>
    </>
  );
}
