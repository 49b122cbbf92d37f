"use client";

import { createContext, useContext } from "react";
import { useStore } from "@/components/state/store";
import type { InboxView } from "../domain/views-of";
import { initialState, type Triage } from "./triage";

/** Null where one only reads. */
export const TriageContext = createContext<Triage | null>(null);

const nothing = { get: () => initialState, subscribe: () => () => {} };

/** By how much what was done on this page changes what the server counted in a view. */
export function useMoved(view: InboxView): number {
  return useStore(useContext(TriageContext) ?? nothing, ({ moved }) => moved[view] ?? 0, 0);
}
