import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-look";

/** A plain button that costs next to no script. `icon`: square, for a lone icon (give it an aria-label). */
export function Button({ look, icon, className, ...rest }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...rest} className={buttonClass({ look, icon }, className)} />;
}

export { LinkButton } from "./link-button";
