"use client";

import dynamic from "next/dynamic";

/** The library behind dialogs; arrives with the first one, or when a trigger asks for it. */
export const loadDialog = () => import("./dialog-frame");

/**
 * A modal dialog, open for as long as it is rendered: `{asking && <Dialog title={…} onClose={…}>…</Dialog>}`. Keeps the focus
 * and gives it back; Esc closes it.
 */
export const Dialog = dynamic(() => loadDialog().then((module) => module.DialogFrame), { ssr: false });
