/** Is there nothing left to wait for? */
export function isOver({ state }: { state: string }): boolean {
  return state !== "queued" && state !== "running";
}
