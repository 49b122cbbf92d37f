"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Spinner } from "@/components/layout/spinner";
import { Button } from "./button";

type Props = Omit<ComponentProps<typeof Button>, "type"> & { children?: ReactNode; pending?: boolean };

/** Says that it is busy; a second press while it is does nothing. `pending` comes from useActionForm or from the form's action. */
export function SubmitButton({ children, pending, look = "primary", ...rest }: Props) {
  const t = useTranslations("common.actions");
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button
      {...rest}
      look={look}
      type="submit"
      aria-disabled={busy}
      onClick={(event) => (busy ? event.preventDefault() : rest.onClick?.(event))}
    >
      {busy && <Spinner />}
      {children ?? t("save")}
    </Button>
  );
}
