/** For a trigger: its overlay's script is asked for as soon as the pointer or the focus is at it, so the click finds it there. */
export function loadOnIntent(load: () => Promise<unknown>) {
  const ask = () => void load();
  return { onPointerEnter: ask, onFocus: ask };
}
