"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { notify } from "@/components/overlay/notify";
import { updateFeedAction } from "../actions";
import type { Feed } from "../schema";

/** Name, folder and address of a feed. */
export function FeedForm({ slug, feed }: { slug: string; feed: Feed }) {
  const t = useTranslations("feeds");
  const router = useRouter();
  const { form, field, summary, pending } = useActionForm<Feed>({
    submit: async (data) => {
      const text = (name: string) => String(data.get(name) ?? "").trim();
      const result = await updateFeedAction(slug, {
        id: feed.id,
        version: feed.version,
        title: text("title"),
        folder: text("folder"),
        url: text("url"),
      });
      const taken = !result.ok && result.error.key === "feedAddressTaken" && result.error.values?.title;
      return inWords(result, {
        title: t("form.problems.title"),
        url: taken ? t("form.taken", { title: String(taken) }) : t("form.problems.url"),
      });
    },
    explain: (failed) => (failed.key === "stale" ? t("form.stale") : undefined),
    onSuccess: () => {
      notify({ tone: "positive", message: t("form.saved") });
      router.refresh();
    },
  });
  return (
    // After a save, someone else's or a first reading that brought the title, the fields show what is stored.
    <form {...form} className={layout.form}>
      <FormSummary
        {...summary}
        labels={{ title: t("fields.title"), folder: t("fields.folder"), url: t("fields.url") }}
      />
      <TextField
        name="title"
        label={t("fields.title")}
        error={field("title")}
        defaultValue={feed.title}
        maxLength={300}
        required
      />
      <TextField
        name="folder"
        label={t("fields.folder")}
        hint={t("form.folderHint")}
        defaultValue={feed.folder ?? ""}
        maxLength={200}
      />
      <TextField
        name="url"
        type="url"
        label={t("fields.url")}
        error={field("url")}
        defaultValue={feed.url}
        spellCheck={false}
        required
      />
      <div>
        <SubmitButton pending={pending}>{t("form.save")}</SubmitButton>
      </div>
    </form>
  );
}
