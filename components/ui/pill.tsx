import { cva, type VariantProps } from "class-variance-authority"
import type { ReactNode } from "react"
import { cn } from "./class-names"
import { Icon } from "./icon"

const pillStyle = cva(
  "inline-flex h-[18px] max-w-full items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-meta",
  {
    variants: {
      tone: {
        plain: "bg-hover text-ink-2",
        accent: "bg-accent-wash text-accent",
        bad: "bg-needs-you-wash text-needs-you",
        warn: "bg-warn-wash text-warn",
        good: "bg-good-wash text-good",
      },
    },
    defaultVariants: { tone: "plain" },
  },
)

type PillProps = VariantProps<typeof pillStyle> & {
  children: ReactNode
  /** Makes the pill removable (a filter); `removeLabel` names the act. */
  onRemove?: () => void
  removeLabel?: string
  className?: string
}

/** A word or two about a thing: a state that needs you, a filter that is on. Never the only carrier of meaning by colour. */
export function Pill({ tone, children, onRemove, removeLabel, className }: PillProps) {
  return (
    <span className={cn(pillStyle({ tone }), onRemove && "h-6 pr-0", className)}>
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel ?? "Remove"}
          onClick={onRemove}
          className="inline-flex size-6 flex-none items-center justify-center rounded-sm text-ink-3 hover:bg-pressed hover:text-ink"
        >
          <Icon name="close" size={12} />
        </button>
      ) : null}
    </span>
  )
}
