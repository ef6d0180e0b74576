import type { ReactNode } from "react"
import { cn } from "./class-names"
import { Icon } from "./icon"

type InlineNoticeProps = {
  /** `refused` is read out at once; the others wait their turn. */
  kind?: "refused" | "warn" | "info" | "good"
  children: ReactNode
  /** A button that mends it: "Take their version", "Try again". */
  action?: ReactNode
  className?: string
}

const looks = {
  refused: { tone: "bg-needs-you-wash text-needs-you", icon: "warning" },
  warn: { tone: "bg-warn-wash text-warn", icon: "warning" },
  info: { tone: "bg-sunken text-ink-2", icon: "info" },
  good: { tone: "bg-good-wash text-good", icon: "check" },
} as const

/** A sentence where it belongs: a refusal under the thing that was refused, a caution before an act. */
export function InlineNotice({ kind = "refused", children, action, className }: InlineNoticeProps) {
  const look = looks[kind]
  return (
    <div
      role={kind === "refused" ? "alert" : "status"}
      className={cn("flex items-start gap-2 rounded-md px-3 py-2", look.tone, className)}
    >
      <Icon name={look.icon} className="mt-0.5" />
      <div className="min-w-0 flex-1 text-pretty">{children}</div>
      {action}
    </div>
  )
}
