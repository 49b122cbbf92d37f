"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/form/button";
import { useErrorText } from "@/components/form/use-error-text";
import { Dialog } from "@/components/overlay/dialog";
import { notify } from "@/components/overlay/notify";
import { deleteViewAction } from "../../actions";
import styles from "./views.module.css";
import type { ListedView } from "./views-menu";

type Props = { workspace: string; pathname: string; view: ListedView; onClose: () => void };

export function DeleteViewDialog({ workspace, pathname, view, onClose }: Props) {
  const t = useTranslations("views");
  const common = useTranslations("common.actions");
  const router = useRouter();
  const errorText = useErrorText();
  const [busy, startTransition] = useTransition();
  const remove = () =>
    startTransition(async () => {
      const result = await deleteViewAction(workspace, { id: view.id });
      onClose();
      if (!result.ok)
        return notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
      notify({ tone: "positive", message: t("done.deleted", { name: view.name }) });
      router.push(`${pathname}?view=none`);
      router.refresh();
    });
  return (
    <Dialog
      kind="question"
      title={t("delete.title", { name: view.name })}
      description={t("delete.description")}
      onClose={onClose}
    >
      <div className={styles.buttons}>
        <Button autoFocus onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button look="danger" aria-disabled={busy} onClick={() => busy || remove()}>
          {t("delete.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
