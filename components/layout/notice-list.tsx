"use client";

import "@mantine/notifications/styles.layer.css";
import { Notifications, notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Notice } from "@/components/overlay/notify";

const colors = { positive: "green", negative: "red", neutral: "gray" } as const;

export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const shown = useRef(0);
  const t = useTranslations("common.actions");
  useEffect(() => {
    for (const { tone, title, message } of notices.slice(shown.current))
      notifications.show({
        color: colors[tone],
        title,
        closeButtonProps: { "aria-label": t("close") },
        message,
        autoClose: tone === "negative" ? 10_000 : 4_000,
      });
    shown.current = notices.length;
  }, [notices, t]);
  return <Notifications position="bottom-right" limit={4} />;
}
