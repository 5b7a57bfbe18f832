/** Buttons, and links that look like them. */

import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { Icon, type IconName } from "./Icon";

type Look = "primary" | "outline" | "plain" | "danger" | "normal";

interface ButtonProps {
  children: ComponentChildren;
  onClick?: (event: TargetedMouseEvent<HTMLElement>) => void;
  look?: Look;
  icon?: IconName;
  large?: boolean;
  wide?: boolean;
  disabled?: boolean;
  type?: "button" | "submit";
  /** Makes it a link. */
  href?: string;
}

export function Button({ children, onClick, look = "normal", icon, large, wide, disabled, type = "button", href }: ButtonProps) {
  const classes = ["button", look, large && "large", wide && "wide"].filter(Boolean).join(" ");
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  );
  return href ? (
    <a class={classes} href={href} onClick={onClick}>
      {inside}
    </a>
  ) : (
    <button class={classes} type={type} disabled={disabled} onClick={onClick}>
      {inside}
    </button>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** What it does, for readers and on hover. */
  label: string;
  onClick: () => void;
  look?: Look;
  disabled?: boolean;
  pressed?: boolean;
}

export function IconButton({ icon, label, onClick, look = "plain", disabled, pressed }: IconButtonProps) {
  return (
    <button
      class={`button icon-only ${look}`}
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
