"use client";

import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useContext,
  useEffect,
  useRef,
} from "react";
import {
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import form from "@/components/form/form.module.css";
import { OverlaySetting } from "./overlay-setting";
import styles from "./popover.module.css";

export type Choice = { id: string; label: string; detail?: string };

type Props<Offered extends Choice> = {
  label: ReactNode;
  text: string;
  onText: (text: string) => void;
  /** What is offered for the text as it is now; none closes the list. */
  choices: readonly Offered[];
  /** What becomes of the text is the caller's: a whole word set, a part at the cursor replaced. */
  onPick: (choice: Offered) => void;
  /** Enter while nothing in the list is pointed at. */
  onEnter?: () => void;
  hint?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  required?: boolean;
  /** How the search goes, said to screen readers too; shown where it must be seen. */
  status?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/**
 * A text field that offers what one may mean. The text stays free: nothing is chosen but by the arrow keys and Enter or by a
 * click, and never in the middle of an input method's composition.
 */
export function Combobox<Offered extends Choice>(props: Props<Offered>) {
  const { label, text, onText, choices, onPick, onEnter, hint, error, required = false, status, ref } = props;
  const { placeholder } = props;
  const t = useTranslations("common.form");
  /** Since one left the list by Enter or Esc, nothing was typed: what is found meanwhile does not open it. */
  const isLeft = useRef(false);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const pointed = event.currentTarget.getAttribute("aria-activedescendant");
    const isEntered = event.key === "Enter" && !pointed;
    if (isEntered || event.key === "Escape") isLeft.current = true;
    if (isEntered) onEnter?.();
  };
  return (
    <OverlaySetting>
      <ComboBox
        className={form.field ?? ""}
        value={null}
        inputValue={text}
        onInputChange={(next) => {
          if (next !== text) isLeft.current = false;
          onText(next);
        }}
        items={choices}
        onChange={(key) => {
          const picked = choices.find(({ id }) => id === key);
          if (!picked) return;
          isLeft.current = false;
          onPick(picked);
        }}
        allowsCustomValue
        menuTrigger="manual"
        isInvalid={Boolean(error)}
        isRequired={required}
        validationBehavior="aria"
      >
        <Label className={form.label ?? ""}>
          {label} {required && <span className={form.required}>{t("required")}</span>}
        </Label>
        <Input
          ref={ref}
          className={form.input ?? ""}
          autoComplete="off"
          {...(placeholder === undefined ? {} : { placeholder })}
          onKeyDownCapture={leaveToInputMethod}
          onKeyDown={onKeyDown}
        />
        {hint && (
          <Text slot="description" className={form.hint ?? ""}>
            {hint}
          </Text>
        )}
        {error && (
          <Text slot="errorMessage" className={form.error ?? ""}>
            {error}
          </Text>
        )}
        <span role="status" className={form.hint}>
          {status}
        </span>
        <OpenForChoices of={choices.length > 0 ? text : null} unless={isLeft} />
        <Popover offset={4} className={styles.popover ?? ""}>
          <ListBox<Offered> className={styles.list ?? ""}>
            {({ id, label: name, detail }) => (
              <ListBoxItem id={id} textValue={name} className={styles.option ?? ""}>
                <span className={styles.main}>{name}</span>
                {detail && <span className={styles.detail}>{detail}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </OverlaySetting>
  );
}

/** The list opens while one types, and for what is found later than that: not when the text is set from elsewhere. */
function OpenForChoices({ of, unless }: { of: string | null; unless: RefObject<boolean> }) {
  const state = useContext(ComboBoxStateContext);
  const open = useRef(() => {});
  useEffect(() => {
    open.current = () => state?.isFocused && !state.isOpen && !unless.current && state.open(null, "input");
  });
  useEffect(() => {
    if (of !== null) open.current();
  }, [of]);
  return null;
}

/** While a word is composed, Enter and the arrows are the input method's. Safari says so by the number alone. */
function leaveToInputMethod(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) event.stopPropagation();
}
