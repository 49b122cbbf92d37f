import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";

type Look = { look?: "default" | "primary" | "quiet" | "danger"; icon?: boolean };

function classes({ look = "default", icon }: Look, className?: string): string {
  return [styles.button, styles[look], icon && styles.icon, className].filter(Boolean).join(" ");
}

/** A plain button that costs no script. `icon`: square, for a lone icon (give it an aria-label). */
export function Button({ look, icon, className, ...rest }: ComponentProps<"button"> & Look) {
  return <button type="button" {...rest} className={classes({ look, icon }, className)} />;
}

/** A link that looks like a button. */
export function LinkButton({ look, icon, className, ...rest }: ComponentProps<typeof Link> & Look & { children?: ReactNode }) {
  return <Link {...rest} className={classes({ look, icon }, className)} />;
}
