import type { AnyOperation } from "@/server/operation/types";
import * as modules from "./operations";

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === "function" && "call" in value && "allow" in value && "kind" in value;
}

/** Every operation the features export: what REST, OpenAPI and the generated tests go through. */
export const operations: readonly AnyOperation[] = Object.values<Record<string, unknown>>(modules).flatMap(
  (module) => Object.values(module).filter(isOperation),
);
