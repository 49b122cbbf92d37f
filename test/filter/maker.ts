/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words = ["sora", "robot", "quartz", "模型", "视频", "İstanbul", "ＭｏＥ", "café"];

export class Maker {
  private readonly random: () => number;
  constructor(
    seed: number,
    private readonly now: Date,
  ) {
    this.random = randomFrom(seed);
  }
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
  one<T>(all: readonly [T, ...T[]]): T {
    return all[this.below(all.length)] ?? all[0];
  }
  some<T>(all: readonly T[], most: number): T[] {
    const count = this.below(most + 1);
    return all.filter(() => this.random() < count / Math.max(all.length, 1));
  }
  maybe<T>(make: () => T): T | null {
    return this.random() < 0.3 ? null : make();
  }
  phrase(most: number): string {
    return Array.from({ length: 1 + this.below(most) }, () => this.one(["sora", ...words])).join(" ");
  }
  /** Mostly of late, and some of it in the hours around midnight. */
  instant(): string {
    const days = this.one([0, 1, 5, 20, 60, 400, 1500] as const) * this.random();
    return new Date(this.now.getTime() - Math.round(days * 86_400_000)).toISOString();
  }
}
