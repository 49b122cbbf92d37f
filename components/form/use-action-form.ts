"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";

export type ActionError = {
  code: string;
  message: string;
  key?: string;
  values?: Record<string, string | number>;
  fields?: Record<string, string>;
  requestId?: string;
};
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: ActionError };

type Options<Data> = {
  /** Gets the form's data; shape it into the operation's input and call the server action. */
  submit: (form: FormData) => Promise<ActionResult<Data>>;
  /** After success: navigate, close, notify. The form is cleared only with `resetOnSuccess`. */
  onSuccess?: (data: Data) => void;
  resetOnSuccess?: boolean;
  /** A translation for an error the feature knows better than its code does; undefined falls back. */
  explain?: (error: ActionError) => string | undefined;
};

const codes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INVALID",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INTERNAL",
  "OFFLINE",
] as const;

/**
 * A form over a server action. What was typed stays when it fails; errors stand at their fields (`field(name)`), and FormSummary
 * takes the focus. Spread `form` on <form>; give FormSummary, FormField and SubmitButton the rest.
 */
export function useActionForm<Data>({ submit, onSuccess, resetOnSuccess = false, explain }: Options<Data>) {
  const t = useTranslations("common.errors");
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ActionError | null>(null);
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (error) summary.current?.focus();
  }, [error]);

  const send = (element: HTMLFormElement, data: FormData) => {
    setError(null);
    startTransition(async () => {
      const result = await submit(data).catch(lostConnection);
      startTransition(() => {
        setError(result.ok ? null : result.error);
        if (!result.ok) return;
        if (resetOnSuccess) element.reset();
        onSuccess?.(result.data);
      });
    });
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    send(event.currentTarget, new FormData(event.currentTarget, submitter));
  };

  const sentence = (failed: ActionError): string => {
    const known = codes.find((code) => code === failed.code);
    return explain?.(failed) ?? (known ? t(known, { requestId: failed.requestId ?? "–" }) : failed.message);
  };

  return {
    form: { onSubmit, noValidate: true, "aria-busy": pending },
    pending,
    error,
    /** The error of one field, by its name or dotted path. */
    field: (name: string): string | undefined => error?.fields?.[name],
    summary: { ref: summary, error, sentence: error ? sentence(error) : "" },
    clearError: () => setError(null),
  };
}

/** The action itself failed to arrive; redirects travel as errors too and must pass through. */
function lostConnection(error: unknown): { ok: false; error: ActionError } {
  if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_")) throw error;
  return { ok: false, error: { code: "OFFLINE", message: "" } };
}
