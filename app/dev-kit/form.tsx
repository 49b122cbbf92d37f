"use client";

import { ConfirmButton } from "@/components/confirm-button";
import { SelectField, TextAreaField, TextField } from "@/components/form-field";
import { FormSummary } from "@/components/form-summary";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { useActionForm } from "@/components/use-action-form";

export function DemoForm() {
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) => {
      await new Promise((done) => setTimeout(done, 400));
      return data.get("name")
        ? { ok: true as const, data: 1 }
        : {
            ok: false as const,
            error: { code: "INVALID", message: "x", fields: { name: "must not be empty" } },
          };
    },
    onSuccess: () => notify({ tone: "positive", message: "Saved" }),
  });
  return (
    <form {...form} style={{ display: "grid", gap: 12, maxWidth: 420 }}>
      <FormSummary {...summary} labels={{ name: "Name" }} />
      <TextField
        name="name"
        label="Name"
        hint="As it stands on the register"
        error={field("name")}
        required
      />
      <SelectField name="stage" label="Stage">
        <option>Seed</option>
        <option>A</option>
      </SelectField>
      <TextAreaField name="note" label="Note" />
      <div style={{ display: "flex", gap: 8 }}>
        <SubmitButton pending={pending} />
        <ConfirmButton
          title="Delete 3 items?"
          description="They can be restored for 30 days."
          confirm="Delete"
          action={() => new Promise((done) => setTimeout(done, 500))}
        >
          Delete…
        </ConfirmButton>
      </div>
    </form>
  );
}
