"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/form/button";

type Props = {
  action: (form: FormData) => Promise<void>;
  next: string;
  label: string;
  children: ReactNode;
};

/** Shows the next appearance at once, while the server is told. */
export function ColorSchemeForm({ action, next, label, children }: Props) {
  return (
    <form
      action={action}
      onSubmit={() => {
        document.documentElement.dataset.colorScheme = next;
      }}
    >
      <Button type="submit" name="scheme" value={next} look="quiet" icon aria-label={label} title={label}>
        {children}
      </Button>
    </form>
  );
}
