"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import { useReading } from "./desk-context";
import { RowButton } from "./row-button";

/** Whether what rules say of an item is right. The keys that answer suggestions press these first. */
export function ProposalAnswers({ id, title }: { id: string; title: string }) {
  const t = useTranslations("news.reading.rules");
  const { desk } = useReading();
  return (
    <>
      <RowButton
        keyOf="accept"
        data-answer="accept"
        onClick={() => desk.confirm(id)}
        aria-label={t("confirm", { title })}
        title={t("confirm", { title })}
      >
        <Icon name="check" size={12} />
      </RowButton>
      <RowButton
        keyOf="reject"
        data-answer="reject"
        onClick={() => desk.reject(id)}
        aria-label={t("reject", { title })}
        title={t("reject", { title })}
      >
        <Icon name="close" size={12} />
      </RowButton>
    </>
  );
}
