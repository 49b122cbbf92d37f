"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "./button";
import styles from "./shown-once.module.css";

type Props = { sentence?: string; label: string; value: string; copy: string; copied: string };

/** A secret that will not be shown again, ready to be copied; selected, so that it can also be copied by hand. */
export function ShownOnce({ sentence, label, value, copy, copied }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  useEffect(() => {
    setDone(false);
    input.current?.focus();
    if (value) input.current?.select();
  }, [value]);
  return (
    <div className={styles.once} role="status">
      {sentence && <span>{sentence}</span>}
      <span className={styles.row}>
        <input
          ref={input}
          readOnly
          aria-label={label}
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button
          onClick={() => {
            input.current?.select();
            // Over plain http browsers give no clipboard; the text is selected then.
            void navigator.clipboard?.writeText(value).then(() => setDone(true));
          }}
        >
          {done ? copied : copy}
        </Button>
      </span>
    </div>
  );
}
