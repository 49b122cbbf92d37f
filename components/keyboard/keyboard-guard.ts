/** Where letters are written; a checkbox takes none. */
const fields =
  "input:not([type='checkbox']), textarea, select, [contenteditable]:not([contenteditable='false'])";

/** What lies over the page, has the keyboard, and is there only while it is open (components/overlay). */
const overlays = "[role='dialog'], [role='alertdialog'], [role='listbox'], [role='menu']";

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented" | "target"
>;

/** The key is not ours: handled already, part of an input method's word, typed into a field, a button's, or an open dialog's. */
export function isForOthers(event: Press): boolean {
  if (event.defaultPrevented || event.isComposing || event.key === "Process" || event.altKey) return true;
  // With Ctrl or ⌘ nobody writes: what a keymap has of these works everywhere.
  if (event.ctrlKey || event.metaKey) return false;
  const { target } = event;
  if (typeof Element === "undefined" || !(target instanceof Element)) return false;
  if (event.key === "Enter" && target.closest("button, summary") !== null) return true;
  return target.closest(fields) !== null || target.ownerDocument.querySelector(overlays) !== null;
}
