export type Figures = { median: number; p95: number };
export type Result = {
  name: string;
  runs: number;
  operation: Figures;
  floor: Figures;
  ratio: { median: number; p95: number };
};

/**
 * Times `operation` and its floor in turns, so that whatever else the machine does hits both. Milliseconds; the ratio is
 * what to compare between machines and days.
 */
export async function measure(
  name: string,
  runs: number,
  operation: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<Result> {
  for (let warm = 0; warm < 10; warm++) {
    await operation();
    await floor();
  }
  const times: { operation: number[]; floor: number[] } = { operation: [], floor: [] };
  for (let run = 0; run < runs; run++) {
    times.operation.push(await timed(operation));
    times.floor.push(await timed(floor));
  }
  const [ours, raw] = [figures(times.operation), figures(times.floor)];
  return {
    name,
    runs,
    operation: ours,
    floor: raw,
    ratio: { median: round(ours.median / raw.median), p95: round(ours.p95 / raw.p95) },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function figures(times: number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { median: at(0.5), p95: at(0.95) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
