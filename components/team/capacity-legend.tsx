import { cn } from "@/components/ui/class-names"

const marks = [
  ["to 50%", "bg-hover inset-ring inset-ring-line"],
  ["to 85%", "bg-pressed"],
  ["to 100%", "bg-line-strong"],
  ["doesn't fit", "bg-warn-wash shadow-[inset_0_2px_0_var(--warn)]"],
  ["from 120%", "bg-warn"],
  ["no one yet", "inset-ring inset-ring-needs-you bg-needs-you-wash"],
  ["tentative", "border border-dashed border-ink-3"],
  ["off", "bg-[repeating-linear-gradient(135deg,var(--line-strong)_0_1px,transparent_1px_4px)]"],
] as const

/** What the looks of cells mean. */
export function CapacityLegend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-3 gap-y-1">
      {marks.map(([text, look]) => (
        <li key={text} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" data-mark="" className={cn("size-3 rounded-[2px]", look)} />
          {text}
        </li>
      ))}
    </ul>
  )
}
