import styles from "./button.module.css";

export type ButtonLook = {
  look?: "default" | "primary" | "quiet" | "danger" | undefined;
  icon?: boolean | undefined;
};

export function buttonClass({ look = "default", icon }: ButtonLook, className?: string): string {
  return [styles.button, styles[look], icon && styles.icon, className].filter(Boolean).join(" ");
}
