import { useFormatter } from "next-intl";
import type { Tag } from "@/features/tags/schema";
import { ClientMessages } from "@/i18n/client-messages";
import type { Subject } from "../../queries/subjects";
import { TagEditorList } from "./tag-editor-list";
import { TagSwatches, type ThesisOption } from "./tag-swatches";

type Props = {
  /** The workspace's slug. */
  workspace: string;
  subject: Subject;
  subjectId: string;
  tags: readonly Tag[];
  /** All theses; retired ones are shown where they stand, and not offered. */
  theses: readonly ThesisOption[];
  timeZone: string;
  canWrite: boolean;
};

/** The theses of an item, company or deal: who put them, stance, strength, note; and a way to add more. */
export function TagEditor({ tags, theses, timeZone, canWrite, ...rest }: Props) {
  const format = useFormatter();
  if (!canWrite) return <TagSwatches tags={tags} theses={theses} />;
  const days = Object.fromEntries(
    tags.map((tag) => [
      tag.thesisId,
      format.dateTime(new Date(tag.recordedAt), { dateStyle: "medium", timeZone }),
    ]),
  );
  return (
    <ClientMessages of={["tags.editor"]}>
      <TagEditorList {...rest} tags={tags} theses={theses} days={days} />
    </ClientMessages>
  );
}
