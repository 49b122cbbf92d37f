"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import layout from "@/components/form/form-layout.module.css";
import { ShownOnce } from "@/components/form/shown-once";
import { useErrorText } from "@/components/form/use-error-text";
import { Dialog } from "@/components/overlay/dialog";
import { notify } from "@/components/overlay/notify";
import { linkViewAction, unlinkViewAction } from "../../actions";
import styles from "./views.module.css";
import type { ListedView } from "./views-menu";

type Props = { workspace: string; view: ListedView; onClose: () => void };

/** Makes the addresses at which a view is read without signing in, shows them once, and ends them. */
export function ViewLinksDialog({ workspace, view, onClose }: Props) {
  const t = useTranslations("views");
  const router = useRouter();
  const errorText = useErrorText();
  const [links, setLinks] = useState<{ feed: string; csv: string } | null>(null);
  const [linked, setLinked] = useState(view.linked);
  const [busy, startTransition] = useTransition();

  const make = () =>
    startTransition(async () => {
      const result = await linkViewAction(workspace, { id: view.id });
      if (!result.ok)
        return notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
      setLinks(result.data);
      setLinked(true);
      router.refresh();
    });
  const end = () =>
    startTransition(async () => {
      const result = await unlinkViewAction(workspace, { id: view.id });
      if (!result.ok)
        return notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
      notify({ tone: "positive", message: t("done.ended") });
      setLinks(null);
      setLinked(false);
      router.refresh();
    });
  return (
    <Dialog
      title={t("link.title", { name: view.name })}
      description={t("link.description")}
      onClose={onClose}
    >
      <div className={layout.form}>
        {links
          ? (["feed", "csv"] as const).map((kind) => (
              <ShownOnce
                key={kind}
                sentence={t(`link.${kind}`)}
                label={t(`link.${kind}`)}
                value={links[kind]}
                copy={t("link.copy", { what: t(`link.${kind}`) })}
                copied={t("link.copied")}
              />
            ))
          : t(linked ? "link.linked" : "link.none")}
        <div className={styles.buttons}>
          {linked && (
            <Button look="danger" aria-disabled={busy} onClick={() => busy || end()}>
              {t("link.end")}
            </Button>
          )}
          <Button look="primary" aria-disabled={busy} onClick={() => busy || make()}>
            {t(linked ? "link.remake" : "link.make")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
