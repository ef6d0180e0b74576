import type { ReactNode } from "react"
import { cn } from "@/components/ui/class-names"
import {
  type Complexity,
  complexityNames,
  type Disposition,
  dispositionNames,
} from "@/lib/design/landscape/landscape-item"

/** Strokes on a 16 px grid, 1.5 px wide: the sign of each disposition, on the page and in drawings. */
export const signPaths: Readonly<Record<Disposition, string>> = {
  retain: "M3.5 6h9M3.5 10h9",
  migrate: "M3 8h9.8M9 4l4 4-4 4",
  replace: "M2.5 5.2h9.6M9.4 2.6l2.7 2.6-2.7 2.6M13.5 10.8H5M8 8.4l2.6 2.4L8 13.4",
  retire: "M4 4l8 8M12 4l-8 8",
  new: "M8 3v10M3 8h10",
  undecided: "M5.4 5.6a2.6 2.6 0 115 .9c-.5 1.3-2.4 1.5-2.4 3.2M8 12.9v.1",
}

/** The sign alone; a word stands beside it. */
export function DispositionSign({ disposition, className }: { disposition: Disposition; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={14}
      height={14}
      aria-hidden
      className={cn(
        "flex-none fill-none stroke-[1.75] stroke-current",
        disposition === "undecided" && "text-warn",
        className,
      )}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={signPaths[disposition]} />
    </svg>
  )
}

/** Sign and word: never colour alone. */
export function DispositionMark({ disposition }: { disposition: Disposition }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <DispositionSign disposition={disposition} />
      <span className="truncate">{dispositionNames[disposition]}</span>
    </span>
  )
}

const heights: Readonly<Record<Complexity, number>> = { low: 1, medium: 2, high: 3 }

/** One to three bars, and the word. */
export function ComplexityMark({ complexity }: { complexity: Complexity | null }): ReactNode {
  if (complexity === null) return <span className="text-ink-3">–</span>
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden className="flex-none">
        {[0, 1, 2].map((at) => (
          <rect
            key={at}
            x={at * 4.5}
            y={8 - at * 4}
            width={3}
            height={4 + at * 4}
            rx={0.5}
            className={at < heights[complexity] ? "fill-ink" : "fill-line-strong"}
          />
        ))}
      </svg>
      <span className="truncate">{complexityNames[complexity]}</span>
    </span>
  )
}
