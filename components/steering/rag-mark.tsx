import { cn } from "@/components/ui/class-names"
import type { RagStatus } from "@/lib/steering/rag"

export const ragWords: Record<RagStatus, string> = { green: "Green", amber: "Amber", red: "Red", unknown: "Unknown" }
const inks: Record<RagStatus, string> = {
  green: "text-good",
  amber: "text-warn",
  red: "text-needs-you",
  unknown: "text-ink-3",
}

type RagMarkProps = { status: RagStatus; className?: string; withWord?: boolean }

/** Circle, triangle, diamond, ring: the shape says the status, the word follows it. */
export function RagMark({ status, className, withWord = true }: RagMarkProps) {
  return (
    <span className={cn("inline-flex flex-none items-center gap-1.5", className)}>
      <svg
        data-mark=""
        width="11"
        height="11"
        viewBox="0 0 11 11"
        aria-hidden="true"
        className={cn("flex-none", inks[status])}
      >
        <Shape status={status} />
      </svg>
      <span className={withWord ? inks[status] : "sr-only"}>{ragWords[status]}</span>
    </span>
  )
}

function Shape({ status }: { status: RagStatus }) {
  if (status === "green") return <circle cx="5.5" cy="5.5" r="4.5" fill="currentColor" />
  if (status === "amber") return <path d="M5.5 .8L10.6 10H.4z" fill="currentColor" />
  if (status === "red") return <path d="M5.5 .2L10.8 5.5 5.5 10.8.2 5.5z" fill="currentColor" />
  return (
    <circle cx="5.5" cy="5.5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2 1.6" />
  )
}
