/** The id of the button that opens a card's stages. */
export function moveButtonId(dealId: string): string {
  return `move-${dealId}`;
}

/** Puts the focus on a card that came to another column, when the move took it from its old place to nowhere. */
export function focusMoveButton(dealId: string): void {
  if (document.activeElement === document.body) document.getElementById(moveButtonId(dealId))?.focus();
}
