"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { withQuery } from "@/components/filter/query-string";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { Dialog } from "@/components/overlay/dialog";
import { notify } from "@/components/overlay/notify";
import { createViewAction, updateViewAction } from "../../actions";
import type { View, ViewRecord } from "../../schema";
import type { Asked } from "./open-list";
import styles from "./views.module.css";
import type { ListedView } from "./views-menu";

type Props = {
  workspace: string;
  record: ViewRecord;
  mayShare: boolean;
  onClose: () => void;
} & ({ view: null; asked: Asked } | { view: ListedView; asked: null });

/** Saves what a list shows under a name; or renames a view, and says who sees it. */
export function ViewDialog({ workspace, record, view, asked, mayShare, onClose }: Props) {
  const t = useTranslations("views");
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const { form, field, pending, summary } = useActionForm<View>({
    explain: useErrorText(),
    submit: (data) => {
      const name = String(data.get("name") ?? "");
      const access = data.get("access") === "team" ? "team" : "private";
      return view
        ? updateViewAction(workspace, { id: view.id, name, access })
        : createViewAction(workspace, {
            ...asked,
            record,
            name,
            access,
            pinned: data.get("pinned") === "on",
          });
    },
    onSuccess: (saved) => {
      notify({ tone: "positive", message: t(view ? "done.updated" : "done.created", { name: saved.name }) });
      onClose();
      if (!view)
        router.replace(withQuery(pathname, Object.fromEntries(search), { view: saved.id, cursor: null }));
      router.refresh();
    },
  });
  const access = view?.access ?? "private";
  return (
    <Dialog title={t(view ? "form.renameTitle" : "form.title")} onClose={onClose}>
      <form {...form} className={layout.form}>
        <FormSummary {...summary} labels={{ name: t("form.name") }} />
        <TextField
          name="name"
          label={t("form.name")}
          defaultValue={view?.name}
          error={field("name")}
          required
          maxLength={120}
          autoComplete="off"
        />
        {mayShare && (
          <fieldset className={layout.checks}>
            <legend>{t("form.access")}</legend>
            {(["private", "team"] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="access" value={one} defaultChecked={access === one} />
                {t(`form.${one}`)}
              </label>
            ))}
          </fieldset>
        )}
        {!view && (
          <div className={layout.checks}>
            <label>
              <input type="checkbox" name="pinned" />
              {t("form.pin")}
            </label>
          </div>
        )}
        <div className={styles.buttons}>
          <SubmitButton pending={pending}>{t(view ? "form.rename" : "form.save")}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
