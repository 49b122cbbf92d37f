import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** The command line of the product that global-setup started. One process for all calls: to start it costs more than a call. */
export class Cli {
  private running: ReturnType<typeof start> | undefined;

  /** What a command answers. */
  async call(...words: string[]): Promise<string> {
    this.running ??= start();
    const { program, answers } = this.running;
    program.stdin.write(`${JSON.stringify(words)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`the command line ended before it answered ${words.join(" ")}`);
    const { answer, error } = JSON.parse(value) as { answer?: string; error?: string };
    if (error) throw new Error(`${words.join(" ")}: ${error}`);
    return answer ?? "";
  }

  async stop(): Promise<void> {
    if (!this.running || this.running.program.exitCode !== null) return;
    const ended = once(this.running.program, "exit");
    this.running.program.stdin.end();
    await ended;
  }
}

function start() {
  const program = spawn(process.execPath, ["dist/cli.js", "batch"], { stdio: ["pipe", "pipe", "inherit"] });
  return { program, answers: createInterface({ input: program.stdout })[Symbol.asyncIterator]() };
}
