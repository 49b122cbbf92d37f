"use client";

import { Menu, MenuItem, type MenuItemProps } from "react-aria-components";
import { Icon } from "@/components/icons";
import type { MenuEntry } from "./menu";
import styles from "./popover.module.css";
import { PopoverFrame, type PopoverFrameProps } from "./popover-frame";

type Props = Omit<PopoverFrameProps, "children"> & {
  heading: string | undefined;
  entries: readonly MenuEntry[];
  onPick: (entry: MenuEntry) => void;
};

export function MenuFrame({ heading, entries, onPick, ...frame }: Props) {
  return (
    <PopoverFrame {...frame}>
      {heading && <p className={styles.heading}>{heading}</p>}
      <Menu aria-label={frame.name} autoFocus="first" className={styles.list ?? ""}>
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={styles.option ?? ""}
            {...("href" in entry ? { href: entry.href } : {})}
            {...(entry.current ? { render: current } : {})}
            onAction={() => onPick(entry)}
          >
            {entry.icon && <Icon name={entry.icon} />}
            <span className={styles.main}>{entry.label}</span>
            {entry.detail && <span className={styles.detail}>{entry.detail}</span>}
          </MenuItem>
        ))}
      </Menu>
    </PopoverFrame>
  );
}

const current: MenuItemProps["render"] = (props) =>
  "href" in props ? <a {...props} aria-current="true" /> : <div {...props} aria-current="true" />;
