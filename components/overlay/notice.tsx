"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "@/components/icons";
import styles from "./notice.module.css";
import { type Notice, noticeEvent } from "./notify";

type Shown = Notice & { id: number };

const maxShown = 4;

/** Stands once in the root layout, where the newest notices appear. They go by themselves, but not while one is at them. */
export function Notices() {
  const t = useTranslations("common");
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const count = useRef(0);
  useEffect(() => {
    const listen = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      const id = ++count.current;
      setShown((before) => [...before.slice(1 - maxShown), { ...(event.detail as Notice), id }]);
    };
    window.addEventListener(noticeEvent, listen);
    return () => window.removeEventListener(noticeEvent, listen);
  }, []);
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  return (
    <section className={styles.notices} aria-label={t("notices")}>
      {shown.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onClose={close} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, onClose }: { notice: Shown; onClose: (id: number) => void }) {
  const t = useTranslations("common.actions");
  const { id, tone, title, message, link } = notice;
  const duration = tone === "negative" || link ? 10_000 : 4_000;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = () => card.current?.matches(":hover, :focus-within") || onClose(id);
    const timer = setInterval(close, duration);
    return () => clearInterval(timer);
  }, [id, duration, onClose]);
  return (
    <div ref={card} className={styles.notice} data-tone={tone}>
      <div role={tone === "negative" ? "alert" : "status"} className={styles.text}>
        {title && <strong>{title}</strong>}
        {message} {link && <Link href={link.href}>{link.label}</Link>}
      </div>
      <Button look="quiet" icon aria-label={t("close")} onClick={() => onClose(id)}>
        <Icon name="close" size={12} />
      </Button>
    </div>
  );
}
