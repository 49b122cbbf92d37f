import type { ComponentProps } from "react";
import { buttonClass } from "@/components/form/button-look";
import { MenuButton } from "@/components/overlay/menu";
import { Icon } from "../icons";
import styles from "./shell.module.css";

type Props = Omit<ComponentProps<typeof MenuButton>, "className" | "id">;

/** The menus of the shell's bar: the workspace, the account. */
export function ShellMenu({ trigger, ...menu }: Props) {
  return (
    <MenuButton
      {...menu}
      className={buttonClass({ look: "quiet" }, styles.trigger)}
      trigger={
        <>
          {trigger}
          <Icon name="chevron" size={12} />
        </>
      }
    />
  );
}
