"use client";

import {
  DragDropContext,
  Draggable,
  type DraggableProvidedDragHandleProps,
  Droppable,
  type DropResult,
  type ResponderProvided,
} from "@hello-pangea/dnd";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import type { BoardColumn } from "../schema";
import { BoardCardView, type SharedCardProps } from "./board-card";
import styles from "./board-card.module.css";
import { BoardColumnView } from "./board-column";
import { findCard } from "./board-state";

export type DragBoardProps = { columns: BoardColumn[]; listHref: string; shared: SharedCardProps };

/** The columns with cards that can be dragged, by mouse, touch or keyboard, announced in the reader's language. */
export function DragBoard({ columns, listHref, shared }: DragBoardProps) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const stage = (slug: string) => {
    const found = shared.stages.find((one) => one.slug === slug);
    return found ? localizedText(found.name, locale) : slug;
  };
  const company = (id: string) => {
    const card = findCard(columns, id);
    return card ? readName(card.company.name, locale).main : "";
  };

  const onDragEnd = ({ draggableId, source, destination }: DropResult, { announce }: ResponderProvided) => {
    const to = destination?.droppableId ?? source.droppableId;
    const moved = to !== source.droppableId;
    announce(t(moved ? "dropped" : "cancelled", { company: company(draggableId), stage: stage(to) }));
    if (moved) shared.move?.(draggableId, to);
  };

  return (
    <DragDropContext
      dragHandleUsageInstructions={t("usage")}
      onDragStart={({ draggableId, source }, { announce }) =>
        announce(t("lifted", { company: company(draggableId), stage: stage(source.droppableId) }))
      }
      onDragUpdate={({ draggableId, destination }, { announce }) =>
        announce(
          destination
            ? t("over", { company: company(draggableId), stage: stage(destination.droppableId) })
            : t("nowhere", { company: company(draggableId) }),
        )
      }
      onDragEnd={onDragEnd}
    >
      {columns.map((column) => (
        <Droppable key={column.stage.id} droppableId={column.stage.slug}>
          {({ innerRef, droppableProps, placeholder }, { isDraggingOver }) => (
            <BoardColumnView
              column={column}
              listHref={listHref}
              list={{ ref: innerRef, over: isDraggingOver, attributes: droppableProps }}
              placeholder={placeholder}
              cards={column.deals.map((deal, index) => (
                <Draggable key={deal.id} draggableId={deal.id} index={index}>
                  {({ innerRef: cardRef, draggableProps, dragHandleProps }, { isDragging }) => {
                    const { forMouse, forKeyboard } = splitHandle(
                      dragHandleProps,
                      t("drag", { company: company(deal.id) }),
                    );
                    return (
                      <li
                        ref={cardRef}
                        {...draggableProps}
                        {...forMouse}
                        className={styles.item}
                        data-dragging={isDragging || undefined}
                      >
                        <BoardCardView
                          deal={deal}
                          {...shared}
                          grip={
                            <span {...forKeyboard} className={styles.grip}>
                              <Icon name="menu" size={14} />
                            </span>
                          }
                        />
                      </li>
                    );
                  }}
                </Draggable>
              ))}
            />
          )}
        </Droppable>
      ))}
    </DragDropContext>
  );
}

/**
 * The library would make the whole card one button, with a link and a menu inside: a trap for screen readers. So the
 * card keeps what a pointer needs, and role, focus and instructions go to the grip, whose keys reach the card. The grip
 * is no <button> because the library starts no drag from one.
 */
function splitHandle(props: DraggableProvidedDragHandleProps | null, label: string) {
  if (!props) return { forMouse: {}, forKeyboard: {} };
  const { role, tabIndex, "aria-describedby": describedBy, ...forMouse } = props;
  return { forMouse, forKeyboard: { role, tabIndex, "aria-label": label, "aria-describedby": describedBy } };
}
