"use client";

import { type ReactNode, useId, useRef } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./dialog.module.css";
import { OverlaySetting } from "./overlay-setting";
import { useFirstField } from "./use-first-field";

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  /** "question": what one answers stays until it is answered. "drawer": along the left edge, its title not shown. "help": wide. */
  kind?: "form" | "question" | "drawer" | "search" | "help";
  children: ReactNode;
};

export function DialogFrame({ title, description, onClose, kind = "form", children }: DialogProps) {
  const frame = useRef<HTMLElement>(null);
  const id = useId();
  useFirstField(frame);
  const bare = kind === "drawer" || kind === "search";
  return (
    <OverlaySetting>
      <ModalOverlay
        isOpen
        onOpenChange={(open) => open || onClose()}
        isDismissable={kind !== "question"}
        className={`${styles.ground} ${styles[kind] ?? ""}`}
      >
        <Modal className={styles.modal}>
          <Dialog
            ref={frame}
            role={kind === "question" ? "alertdialog" : "dialog"}
            aria-describedby={description ? id : undefined}
            className={styles.dialog}
          >
            <Heading slot="title" className={bare ? "visually-hidden" : styles.title}>
              {title}
            </Heading>
            {description && (
              <p id={id} className={styles.description}>
                {description}
              </p>
            )}
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </OverlaySetting>
  );
}
