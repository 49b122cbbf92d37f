"use client";

import { useEffect, useRef, useState } from "react";
import { findCompaniesAction } from "@/features/companies/actions";

export type FoundCompany = {
  id: string;
  name: { en: string | null; zh: string | null };
  domain: string | null;
};

const waitMs = 200;
const maxShown = 8;

/** Companies for what is being typed. `found` is null while nothing is asked; an answer that comes late is dropped. */
export function useCompanySearch(slug: string) {
  const [found, setFound] = useState<FoundCompany[] | null>(null);
  const [state, setState] = useState<"idle" | "searching" | "done" | "failed">("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const close = () => {
    latest.current++;
    clearTimeout(timer.current);
    setFound(null);
    setState("idle");
  };

  const ask = async (q: string) => {
    const number = ++latest.current;
    setState("searching");
    const result = await findCompaniesAction(slug, { q, limit: maxShown }).catch(() => null);
    if (number !== latest.current) return;
    setFound(result?.ok ? result.data.data : null);
    setState(result?.ok ? "done" : "failed");
  };

  const search = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim() === "") return close();
    timer.current = setTimeout(() => void ask(text.trim()), waitMs);
  };

  return { found, state, search, close };
}
