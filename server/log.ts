import pino from "pino";

/** JSON lines on standard output. Secrets never go in: log ids, not bodies. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
