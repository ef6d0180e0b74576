import type { ReactNode } from "react"
import { cn } from "./class-names"

type EmptyStateProps = {
  /** One sentence: what is not here, and why that is fine. */
  children: ReactNode
  /** One action at most. */
  action?: ReactNode
  className?: string
}

/** What stands where nothing is yet: one sentence, one action. */
export function EmptyState({ children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-start gap-3 px-5 py-8 text-ink-2", className)}>
      <p className="max-w-[56ch] text-pretty">{children}</p>
      {action}
    </div>
  )
}
