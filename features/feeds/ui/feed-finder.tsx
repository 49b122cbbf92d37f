"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionError, useActionForm } from "@/components/form/use-action-form";
import list from "@/components/layout/list.module.css";
import { notify } from "@/components/overlay/notify";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { createFeedAction, previewFeedAction } from "../actions";
import type { FeedPreview } from "../schema";
import { FeedPreviewCard } from "./feed-preview-card";

/** Follows a feed: an address is read and shown before it is kept. A feed that is down can be kept all the same. */
export function FeedFinder({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = useTranslations("feeds.finder");
  const words = useProblemWords();
  const router = useRouter();
  const [shown, show] = useState<FeedPreview | null>(null);
  const [address, setAddress] = useState("");
  const [following, startTransition] = useTransition();

  const unreadable = ({ key, values }: ActionError) =>
    key === "feedUnreadable" ? words(String(values?.problem), String(values?.detail)) : undefined;
  const read = async (url: string) => {
    setAddress(url);
    show(null);
    const result = await previewFeedAction(slug, { url });
    return inWords(result, { url: (!result.ok && unreadable(result.error)) || t("badAddress") });
  };
  const { form, field, summary, pending, error } = useActionForm<FeedPreview>({
    submit: (data) => read(String(data.get("url") ?? "").trim()),
    explain: unreadable,
    onSuccess: show,
  });
  const other = (url: string) =>
    startTransition(async () => {
      const result = await read(url);
      if (result.ok) show(result.data);
      else notify({ tone: "negative", message: unreadable(result.error) ?? result.error.message });
    });
  /** Under the name that was shown; a feed that could not be read is named when it is. */
  const follow = (url: string, title?: string) =>
    startTransition(async () => {
      const result = await createFeedAction(slug, { url, ...(title ? { title: title.slice(0, 300) } : {}) });
      if (!result.ok) {
        const taken = result.error.key === "feedAddressTaken";
        notify({
          tone: "negative",
          message: taken
            ? t("taken", { title: String(result.error.values?.title ?? "") })
            : result.error.message,
        });
        return;
      }
      notify({ tone: "positive", message: t("followed", { title: result.data.title }) });
      router.push(`/w/${slug}/feeds/${result.data.id}`);
    });

  return (
    <>
      <form {...form} className={layout.form}>
        <FormSummary {...summary} labels={{ url: t("address") }} />
        <div className={layout.line}>
          <TextField
            name="url"
            label={t("address")}
            hint={t("hint")}
            error={field("url")}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://"
            required
          />
          <SubmitButton pending={pending}>{t("look")}</SubmitButton>
        </div>
        {error?.code === "UNAVAILABLE" && address && (
          <p className={list.line}>
            {t("anywayHint")}{" "}
            <Button aria-disabled={following} onClick={() => following || follow(address)}>
              {t("anyway")}
            </Button>
          </p>
        )}
      </form>
      <div role="status" aria-busy={following}>
        {shown?.existing && (
          <p className={list.line}>
            {t("existing")} <Link href={`/w/${slug}/feeds/${shown.existing.id}`}>{shown.existing.title}</Link>
          </p>
        )}
        {shown && (
          <FeedPreviewCard
            preview={shown}
            timeZone={timeZone}
            busy={following}
            onFollow={shown.existing ? null : () => follow(shown.url, shown.title)}
            onOther={other}
          />
        )}
      </div>
    </>
  );
}
