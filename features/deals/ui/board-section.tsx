import { type SearchParams, withQuery } from "@/components/filter/query-string";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { Board as BoardData } from "../schema";
import { Board } from "./board";

type Props = {
  slug: string;
  board: BoardData;
  theses: ThesisOption[];
  searchParams: SearchParams;
  now: string;
  canWrite: boolean;
};

/** The board with the texts it needs in the browser. */
export function BoardSection({ slug, searchParams, ...board }: Props) {
  const listHref = withQuery(`/w/${slug}/deals`, searchParams, { view: null, cursor: null, stage: null });
  return (
    <ClientMessages of={["deals.board", "deals.reason", "deals.marks", "deals.errors", "companies.stages"]}>
      <Board {...board} slug={slug} listHref={listHref} />
    </ClientMessages>
  );
}
