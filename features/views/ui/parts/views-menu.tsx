"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/form/button-look";
import type { ActionResult } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { Icon } from "@/components/icons";
import { MenuButton, type MenuEntry } from "@/components/overlay/menu";
import { notify } from "@/components/overlay/notify";
import { chooseViewAction, updateViewAction } from "../../actions";
import type { View, ViewRecord } from "../../schema";
import { DeleteViewDialog } from "./delete-view-dialog";
import type { Asked } from "./open-list";
import { ViewDialog } from "./view-dialog";
import { ViewLinksDialog } from "./view-links-dialog";

export type ListedView = Pick<View, "id" | "name" | "access" | "mine" | "opensWith" | "pinned" | "linked">;

type Props = {
  workspace: string;
  record: ViewRecord;
  pathname: string;
  views: readonly ListedView[];
  /** The view the list is opened with. */
  current: string | null;
  /** The list shows something else by now. */
  changed: boolean;
  /** What the list is asked now; null while part of it is unknown. */
  asked: Asked | null;
  mayShare: boolean;
  mayEditAll: boolean;
};

type Open = "save" | "rename" | "delete" | "link" | null;

/** The views of a list: to open one, to save what the list shows, and what can be done with the one that is open. */
export function ViewsMenu({
  workspace,
  record,
  pathname,
  views,
  current,
  changed,
  asked,
  mayShare,
  mayEditAll,
}: Props) {
  const t = useTranslations("views");
  const router = useRouter();
  const errorText = useErrorText();
  const [open, setOpen] = useState<Open>(null);
  const view = views.find(({ id }) => id === current) ?? null;
  const isOwn = view !== null && (view.mine || mayEditAll);

  const after = (result: ActionResult<View>, message?: string) => {
    if (!result.ok) notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
    else if (message) notify({ tone: "positive", message });
    router.refresh();
  };
  const ifKnown = (run: (known: Asked) => void) => {
    if (asked) run(asked);
    else notify({ tone: "negative", message: t("unknown") });
  };
  const opening: MenuEntry[] = views.map(({ id, name, access }) => ({
    id,
    label: name,
    detail: t(access === "team" ? "menu.team" : "menu.mine"),
    href: `${pathname}?view=${id}`,
    current: id === current,
  }));
  const changing: MenuEntry[] = view
    ? [
        ...(isOwn && changed
          ? [
              {
                id: "update",
                icon: "check" as const,
                label: t("menu.update", { name: view.name }),
                run: () =>
                  ifKnown(async (known) =>
                    after(
                      await updateViewAction(workspace, { id: view.id, ...known }),
                      t("done.updated", { name: view.name }),
                    ),
                  ),
              },
            ]
          : []),
        ...(isOwn ? [{ id: "rename", label: t("menu.rename"), run: () => setOpen("rename") }] : []),
        {
          id: "open",
          label: t(view.opensWith ? "menu.openNoMore" : "menu.open"),
          run: async () =>
            after(await chooseViewAction(workspace, { id: view.id, opensWith: !view.opensWith })),
        },
        {
          id: "pin",
          label: t(view.pinned ? "menu.unpin" : "menu.pin"),
          run: async () => after(await chooseViewAction(workspace, { id: view.id, pinned: !view.pinned })),
        },
        ...(isOwn && mayShare ? [{ id: "link", label: t("menu.link"), run: () => setOpen("link") }] : []),
        ...(isOwn ? [{ id: "delete", label: t("menu.delete"), run: () => setOpen("delete") }] : []),
      ]
    : [];
  const entries: MenuEntry[] = [
    { id: "all", label: t("menu.all"), href: `${pathname}?view=none`, current: current === null },
    ...opening,
    { id: "save", icon: "plus", label: t("menu.save"), run: () => ifKnown(() => setOpen("save")) },
    ...changing,
  ];
  const label = view ? t(changed ? "menu.changed" : "menu.current", { name: view.name }) : t("menu.label");
  const close = () => setOpen(null);
  return (
    <>
      <MenuButton
        label={label}
        className={buttonClass({})}
        heading={t("menu.label")}
        entries={entries}
        align="end"
        trigger={
          <>
            {label}
            <Icon name="chevron" size={12} />
          </>
        }
      />
      {open === "save" && asked && (
        <ViewDialog {...{ workspace, record, pathname, asked, mayShare }} view={null} onClose={close} />
      )}
      {open === "rename" && view && (
        <ViewDialog {...{ workspace, record, pathname, mayShare, view }} asked={null} onClose={close} />
      )}
      {open === "delete" && view && <DeleteViewDialog {...{ workspace, pathname, view }} onClose={close} />}
      {open === "link" && view && <ViewLinksDialog {...{ workspace, view }} onClose={close} />}
    </>
  );
}
