/** The id of the button that opens a card's stages. */
export function moveButtonId(dealId: string): string {
  return `move-${dealId}`;
}

/** The id of the button that opens a folded stage. */
export function stageButtonId(stage: string): string {
  return `open-${stage}`;
}

/**
 * Puts the focus on a card that came to another column, or on that column while it is folded, when the move took it from its
 * old place to nowhere.
 */
export function focusMoved(dealId: string, stage: string): void {
  if (document.activeElement !== document.body) return;
  const target =
    document.getElementById(moveButtonId(dealId)) ?? document.getElementById(stageButtonId(stage));
  target?.focus();
}
