"use client";

import { type ReactNode, useState } from "react";
import { TagMemory, TagMemoryContext } from "./tag-memory";

/** Around all pages of a workspace: what was tagged on one of them is remembered on the next. */
export function TagMemoryProvider({ children }: { children: ReactNode }) {
  const [memory] = useState(() => new TagMemory());
  return <TagMemoryContext value={memory}>{children}</TagMemoryContext>;
}
