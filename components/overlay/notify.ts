"use client";

export type Notice = {
  tone: "positive" | "negative" | "neutral";
  message: string;
  title?: string;
  /** Where it leads; such a notice stays longer. */
  link?: { label: string; href: string };
};

export const noticeEvent = "throughline:notice";

/** Shows a short notice at the edge of the screen: `notify({ tone: "positive", message: t("saved") })`. */
export function notify(notice: Notice): void {
  window.dispatchEvent(new CustomEvent<Notice>(noticeEvent, { detail: notice }));
}
