import styles from "./kbd-hint.module.css";

/** A key or chord beside its command: `<KbdHint keys={["J"]} />`. Decorative: aria-keyshortcuts tells the rest. */
export function KbdHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.chord} aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
