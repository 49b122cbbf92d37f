import type { z } from "zod";
import type { Context } from "@/server/context";
import { operation } from "./index";
import type { Definition, Operation } from "./types";

/**
 * An operation that holds no transaction of its own, because it waits for something slow (another site): `run` gets the
 * bare context and composes queries and commands, each with its own transaction and its own permission. It is checked and
 * parsed like any other.
 */
export function procedure<I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O, Context>,
): Operation<I, O> {
  return operation("command", definition, (context, input) => definition.run(context, input));
}
