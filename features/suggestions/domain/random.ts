/** Numbers in [0, 1) from a seed: D. Lehmer's generator with the multiplier of S. Park, K. Miller and P. Stockmeyer, CACM 36 (1993). */
export function randomFrom(seed: number): () => number {
  let state = seed % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}

/** The same items in a random order, in place (R. Durstenfeld, algorithm 235, CACM 7, 1964). */
export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    // Both places are inside the array.
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}
