/**
 * One row of a keymap: dispatch, the help and aria-keyshortcuts are all read from it. `id` names it for the button that does
 * the same. `keys` are those of KeyboardEvent.key: "X" is Shift and x, "mod+k" Ctrl or ⌘ and k, "+" also its key without Shift.
 */
export type Binding = {
  id: string;
  /** What it does, in the reader's language. */
  label: string;
  keys: readonly string[];
  /** The words of its button over a selection; without them it has none. */
  bar?: string;
  /** Whether the key means this now; the first row that says yes runs. */
  when?: (key: string) => boolean;
  run: (key: string) => void;
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">;

/** What was typed as the tables write it. A minus sign is a hyphen, and + lies on the key of = on most keyboards. */
export function keyOf({ key, ctrlKey, metaKey }: Press): string {
  const typed = key === "=" ? "+" : key === "−" ? "-" : key;
  return ctrlKey || metaKey ? `mod+${typed.toLowerCase()}` : typed;
}

/** Runs what the key means; false when it means nothing. A capital that no row names (Caps Lock) is its small letter. */
export function dispatch(keymap: readonly Binding[], typed: string): boolean {
  const named = keymap.some(({ keys }) => keys.includes(typed));
  const key = named ? typed : typed.length === 1 ? typed.toLowerCase() : typed;
  const binding = keymap.find(({ keys, when }) => keys.includes(key) && (when?.(key) ?? true));
  binding?.run(key);
  return binding !== undefined;
}

/** The value of aria-keyshortcuts: alternatives, separated by spaces. */
export function ariaKeys(keys: readonly string[]): string {
  return keys
    .flatMap((key) => {
      if (key.startsWith("mod+"))
        return ["Control", "Meta"].map((mod) => `${mod}+${key.slice(4).toUpperCase()}`);
      if (key === "+") return ["Plus"];
      return [/^[A-Z]$/.test(key) ? `Shift+${key}` : key];
    })
    .join(" ");
}

const names: Record<string, readonly string[]> = {
  ArrowDown: ["↓"],
  ArrowUp: ["↑"],
  Escape: ["Esc"],
  "-": ["−"],
};

/** The keys as a reader sees them: capitals, signs, and a row of digits by its ends. */
export function keyNames(keys: readonly string[]): string[] {
  const digits = keys.filter((key) => /^\d$/.test(key));
  if (digits.length > 3 && digits.length === keys.length) return [digits[0] ?? "", "–", digits.at(-1) ?? ""];
  return keys.flatMap((key) => {
    if (key.startsWith("mod+")) return ["Ctrl", key.slice(4).toUpperCase()];
    if (/^[A-Z]$/.test(key)) return [`⇧${key}`];
    return names[key] ?? [key.toUpperCase()];
  });
}
