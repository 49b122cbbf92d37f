"use client";

import { createContext } from "react";
import type { Triage } from "./triage";

/** Null where one only reads. */
export const TriageContext = createContext<Triage | null>(null);
