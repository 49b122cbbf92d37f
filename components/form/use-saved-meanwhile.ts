import { type RefObject, useEffect, useRef, useState } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * For a field of a form whose record was loaded again because somebody else saved it: a field nobody touched here takes the
 * record's value; one that says something else keeps what was typed, and the record's value is returned, to be shown beside it.
 */
export function useSavedMeanwhile(
  control: RefObject<Control | null>,
  saved: string | number | readonly string[] | undefined,
): string | null {
  const known = useRef(saved);
  const [other, setOther] = useState<string | null>(null);
  useEffect(() => {
    const element = control.current;
    if (!element || known.current === saved) return;
    const [before, now] = [String(known.current ?? ""), String(saved ?? "")];
    known.current = saved;
    if (element.value === before) element.value = now;
    setOther(element.value === now ? null : textOf(element, now));
  }, [control, saved]);
  return other;
}

/** What a reader sees of a value: of a select, the option's words. */
function textOf(element: Control, value: string): string {
  if (!(element instanceof HTMLSelectElement)) return value || "–";
  return [...element.options].find((option) => option.value === value)?.text ?? value;
}
