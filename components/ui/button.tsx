import { cva, type VariantProps } from "class-variance-authority"
import type { ComponentProps, ReactNode, Ref } from "react"
import { cn } from "./class-names"
import { Icon, type IconName } from "./icon"
import { Kbd } from "./kbd"

/** The classes of a button, for links that should look like one: `<Link className={buttonStyle({ variant: "primary" })}>`. */
export const buttonStyle = cva(
  "inline-flex flex-none select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border text-[12.5px] leading-none no-underline transition-colors disabled:cursor-default disabled:opacity-50",
  {
    variants: {
      variant: {
        default:
          "border-line-strong bg-raised text-ink enabled:hover:bg-hover enabled:active:bg-pressed [a&]:hover:bg-hover",
        primary:
          "border-accent bg-accent font-medium text-accent-ink enabled:hover:border-accent-hover enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
        quiet:
          "border-transparent bg-transparent text-ink-2 enabled:hover:bg-hover enabled:hover:text-ink enabled:active:bg-pressed aria-expanded:bg-hover [a&]:hover:bg-hover",
        danger:
          "border-line-strong bg-raised text-needs-you enabled:hover:border-needs-you enabled:hover:bg-needs-you-wash [a&]:hover:bg-needs-you-wash",
      },
      size: { small: "h-6 px-2 text-meta leading-none", medium: "h-7 px-2.5", large: "h-9 px-4 text-body" },
    },
    defaultVariants: { variant: "default", size: "medium" },
  },
)

export type ButtonProps = Omit<ComponentProps<"button">, "ref"> &
  VariantProps<typeof buttonStyle> & {
    ref?: Ref<HTMLButtonElement>
    icon?: IconName
    /** The shortcut that does the same, shown as a keycap; registering it is the caller's (`useShortcut`). */
    kbd?: string
    /** Keeps the width and says so to assistive technology while something is under way. */
    busy?: boolean
    children?: ReactNode
  }

/** An action. One primary button to a page; danger only where something is taken away. */
export function Button({ variant, size, icon, kbd, busy = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      {...rest}
      disabled={rest.disabled || busy}
      className={cn(buttonStyle({ variant, size }), className)}
    >
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
      {kbd ? (
        <Kbd onAccent={variant === "primary"} className="-mr-0.5 ml-0.5 max-lg:hidden">
          {kbd}
        </Kbd>
      ) : null}
    </button>
  )
}

export type IconButtonProps = Omit<ComponentProps<"button">, "ref" | "children"> & {
  ref?: Ref<HTMLButtonElement>
  icon: IconName
  /** What it does, for assistive technology and as the browser's own hint. */
  label: string
  size?: "small" | "medium"
}

/** A square button with nothing but an icon; at least 24 px, and 28 px where there is room. */
export function IconButton({ icon, label, size = "medium", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cn(
        "inline-flex flex-none items-center justify-center rounded-md text-ink-3 transition-colors enabled:hover:bg-hover enabled:hover:text-ink aria-expanded:bg-hover aria-expanded:text-ink disabled:opacity-50",
        size === "small" ? "size-6" : "size-7",
        className,
      )}
    >
      <Icon name={icon} size={size === "small" ? 14 : 16} />
    </button>
  )
}
