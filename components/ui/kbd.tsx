import { cn } from "./class-names"

type KbdProps = {
  /** As a person reads it: `C`, `Ctrl K`, `g s`. */
  children: string
  /** On a filled button the key takes the button's own ink. */
  onAccent?: boolean
  className?: string
}

/** A key or chord, drawn as a small keycap. */
export function Kbd({ children, onAccent = false, className }: KbdProps) {
  return (
    <kbd
      className={cn(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border px-1 font-mono text-tiny leading-none",
        onAccent ? "border-current/40 text-current" : "border-line-strong text-ink-3",
        className,
      )}
    >
      {children}
    </kbd>
  )
}
