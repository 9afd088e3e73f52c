import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Kbd } from "@/ui/kbd";

export type ButtonVariant = "primary" | "default" | "quiet" | "danger";
/** `sm` 28 px in rows, `md` 32 px (44 px high on a phone's bottom bar), `lg` 44 px in forms. */
export type ButtonSize = "sm" | "md" | "lg";

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode; kbd?: string; className?: string };

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border whitespace-nowrap no-underline transition-colors select-none disabled:cursor-not-allowed disabled:border-line disabled:bg-hover disabled:text-ink-3 disabled:shadow-none aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-hover aria-disabled:text-ink-3 aria-disabled:shadow-none print:hidden";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent shadow-control hover:bg-accent-hover",
  default: "border-line-strong bg-raised text-ink shadow-control hover:bg-hover",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink",
  danger: "border-line-strong bg-raised text-critical-ink shadow-control hover:bg-critical-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5",
  md: "h-8 px-3",
  lg: "h-11 px-4 text-base",
};

function look({ variant = "default", size = "md", className }: Look): string {
  const strong = variant === "primary" || (variant !== "quiet" && size !== "sm");
  return classes(
    base,
    variants[variant],
    variant === "quiet" && size === "md" ? "h-8 px-2" : sizes[size],
    strong && "font-strong",
    className,
  );
}

function Content({ icon, kbd, children }: { icon?: ReactNode; kbd?: string; children: ReactNode }) {
  return (
    <>
      {icon}
      {children}
      {kbd && (
        <span className="-me-1 ms-0.5 hidden md:inline" aria-hidden="true">
          <Kbd>{kbd}</Kbd>
        </span>
      )}
    </>
  );
}

export type ButtonProps = Omit<ComponentProps<"button">, "className"> & Look & { pending?: boolean };

/** While `pending` it keeps its place and focus, and ignores a second press. */
export function Button({
  variant,
  size,
  icon,
  kbd,
  className,
  pending,
  type = "button",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      data-variant={variant ?? "default"}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-keyshortcuts={kbd}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={look({ variant, size, className })}
    >
      <Content icon={icon} kbd={kbd}>
        {children}
      </Content>
    </button>
  );
}

export type LinkButtonProps = Omit<ComponentProps<typeof NextLink>, "className"> & Look;

export function LinkButton({ variant, size, icon, kbd, className, children, ...rest }: LinkButtonProps) {
  return (
    <NextLink
      {...rest}
      data-variant={variant ?? "default"}
      aria-keyshortcuts={kbd}
      className={look({ variant, size, className })}
    >
      <Content icon={icon} kbd={kbd}>
        {children}
      </Content>
    </NextLink>
  );
}

const iconOnly =
  "relative inline-grid size-10 shrink-0 place-items-center rounded-md text-ink-2 transition-colors hover:bg-hover hover:text-ink md:size-8 print:hidden";

/** A button that shows only an icon; `label` is its name. */
export function IconButton({
  label,
  icon,
  className,
  ...rest
}: ComponentProps<"button"> & { label: string; icon: ReactNode }) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={classes(iconOnly, className)}>
      {icon}
    </button>
  );
}

export function IconLink({
  label,
  icon,
  className,
  ...rest
}: ComponentProps<typeof NextLink> & { label: string; icon: ReactNode }) {
  return (
    <NextLink title={label} {...rest} aria-label={label} className={classes(iconOnly, className)}>
      {icon}
    </NextLink>
  );
}
