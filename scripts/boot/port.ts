import { createServer } from "node:net";

/** Why nothing can listen there, in a sentence; null when it can. */
export async function portProblem(host: string, port: number): Promise<string | null> {
  // "localhost" may mean ::1 to a browser, where another program could answer in our place.
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const one of hosts) {
    const problem = listenProblem(await tryToListen(one, port), one, port);
    if (problem && (one === host || problem === portTaken(port))) return problem;
  }
  return null;
}

/** What went wrong when listening, in a sentence; null when nothing did. */
export function listenProblem(
  error: NodeJS.ErrnoException | null,
  host: string,
  port: number,
): string | null {
  if (error === null) return null;
  if (error.code === "EADDRINUSE") return portTaken(port);
  if (error.code === "EACCES")
    return `This user may not listen on port ${port}. Start with a PORT of 1024 or more.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return `HOST is "${host}", which is no address of this machine.`;
  return `The web server could not listen on ${host}, port ${port}: ${error.message}`;
}

function portTaken(port: number): string {
  return `Port ${port} is taken by another program. Stop that one, or start with another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
