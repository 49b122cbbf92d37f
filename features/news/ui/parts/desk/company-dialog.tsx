"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Button } from "@/components/form/button";
import layout from "@/components/form/form-layout.module.css";
import { Dialog } from "@/components/overlay/dialog";
import { CompanyLinks } from "@/features/mentions/ui/parts/company-links";
import { getNewsAction } from "../../../actions";
import type { NewsDetail } from "../../../schema";

type Props = { workspace: string; newsId: string; onClose: () => void };

/** The companies an item is about, without leaving the list. */
export function CompanyDialog({ workspace, newsId, onClose }: Props) {
  const t = useTranslations("news");
  const [item, setItem] = useState<NewsDetail | null>(null);
  const read = useCallback(async () => {
    const result = await getNewsAction(workspace, { id: newsId });
    if (result.ok) setItem(result.data);
  }, [workspace, newsId]);
  useEffect(() => void read(), [read]);
  return (
    <Dialog title={t("item.companies")} description={item?.title} onClose={onClose}>
      <div className={layout.form}>
        {item && (
          <CompanyLinks
            workspace={workspace}
            newsId={newsId}
            companies={item.companies}
            canWrite
            onChanged={read}
          />
        )}
        <div className={layout.buttons}>
          <Button onClick={onClose}>{t("reading.close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
