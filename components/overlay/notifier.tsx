"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { type Notice, noticeEvent } from "./notify";

const NoticeList = dynamic(
  () => import("@/components/layout/notice-list").then((module) => module.NoticeList),
  { ssr: false },
);

/** Stands once in the root layout; Mantine's notifications arrive with the first notice. */
export function Notifier() {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    const listen = (event: Event) => {
      if (event instanceof CustomEvent) setNotices((before) => [...before, event.detail as Notice]);
    };
    window.addEventListener(noticeEvent, listen);
    return () => window.removeEventListener(noticeEvent, listen);
  }, []);
  return notices.length > 0 ? <NoticeList notices={notices} /> : null;
}
