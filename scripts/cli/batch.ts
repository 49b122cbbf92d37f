import { z } from "zod";
import { UsageError } from "./usage";

const wordList = z.array(z.string());

type Told = { answer?: string; said?: string };
type Batch = {
  lines: AsyncIterable<string>;
  run(argv: string[]): Promise<Told>;
  /** The sentence that tells an error. */
  sentence(error: unknown): string;
  print(line: string): void;
};

/**
 * Runs one command per line, each a JSON list of words, and prints a line of JSON for each: what it answers, or the error.
 * A command that fails does not end the batch; the exit code tells whether any did.
 */
export async function batch({ lines, run, sentence, print }: Batch): Promise<number> {
  let code = 0;
  for await (const line of lines) {
    try {
      print(JSON.stringify(await run(words(line))));
    } catch (error) {
      code = 1;
      print(JSON.stringify({ error: sentence(error) }));
    }
  }
  return code;
}

function words(line: string): string[] {
  const argv = wordList.safeParse(parsed(line));
  if (!argv.success) throw new UsageError(`A line must be a JSON list of words like ["token", "create"].`);
  // Standard input is where the commands come from.
  if (argv.data.includes("--password-stdin"))
    throw new UsageError("--password-stdin cannot be used in a batch.");
  return argv.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
