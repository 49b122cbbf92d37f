"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionError, useActionForm } from "@/components/form/use-action-form";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { previewNewsAction } from "../actions";
import type { NewsPreview } from "../schema";
import { NewsForm } from "./news-form";
import styles from "./parts/news-page.module.css";

type Props = {
  slug: string;
  timeZone: string;
  /** What one comes with, from the bookmarklet: a page's address and title, and what was selected there. */
  url: string;
  title: string;
  text: string;
  /** The item that has the address one comes with. */
  existing: NewsPreview["existing"];
  theses: readonly { slug: string; name: string }[];
};

/** A new item: an address fills the form from what its page says; everything can be put right before it is saved. */
export function NewsLookup({ slug, timeZone, url, title, text, existing, theses }: Props) {
  const t = useTranslations("news.lookup");
  const problem = useProblemWords();
  const [page, setPage] = useState<NewsPreview | null>(null);
  const known = page ? page.existing : existing;
  const unreadable = ({ key, values }: ActionError) =>
    key === "feedUnreadable" ? problem(String(values?.problem), String(values?.detail)) : undefined;
  const { form, field, summary, pending } = useActionForm<NewsPreview>({
    submit: async (data) => {
      const result = await previewNewsAction(slug, { url: String(data.get("address") ?? "").trim() });
      return inWords(result, { url: (!result.ok && unreadable(result.error)) || t("badAddress") });
    },
    explain: unreadable,
    onSuccess: setPage,
  });
  return (
    <>
      <form {...form} className={styles.lookup}>
        <FormSummary {...summary} labels={{ url: t("address") }} />
        <div className={layout.line}>
          <TextField
            name="address"
            type="url"
            label={t("address")}
            hint={t("hint")}
            error={field("url")}
            defaultValue={url}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://"
          />
          <SubmitButton pending={pending}>{t("read")}</SubmitButton>
        </div>
        <div role="status" className={styles.said}>
          {known && (
            <>
              {t("existing")} <Link href={`/w/${slug}/news/${known.id}`}>{known.title}</Link>
            </>
          )}
          {page &&
            !known &&
            t(page.title && page.publishedAt ? "found" : page.title ? "foundNoDate" : "foundNothing")}
        </div>
      </form>
      <NewsForm
        key={page?.url ?? ""}
        slug={slug}
        timeZone={timeZone}
        theses={theses}
        values={{
          title: page?.title ?? title,
          url: page?.url ?? (title ? url : ""),
          publishedAt: page?.publishedAt ?? "",
          kind: "article",
          language: page?.title ? page.language : "",
          author: page?.author ?? "",
          text: text || (page?.excerpt ?? ""),
        }}
      />
    </>
  );
}
