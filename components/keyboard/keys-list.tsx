import { KbdHint } from "./kbd-hint";
import { type Binding, keyNames } from "./keymap";
import styles from "./keys-list.module.css";

/** Every key of a keymap and what it does. */
export function KeysList({ keymap }: { keymap: readonly Binding[] }) {
  return (
    <dl className={styles.keys}>
      {keymap.map(({ id, keys, label }) => (
        <div key={id}>
          <dt>
            <KbdHint keys={keyNames(keys)} />
            <span className="visually-hidden">{keyNames(keys).join(" ")}</span>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}
