import type { ReactNode } from "react"
import { cn } from "@/components/ui/class-names"

type SectionProps = { title: string; aside?: ReactNode; className?: string; children: ReactNode }

/** A part of the overview: its heading with a quiet word at the right, then its rows. */
export function Section({ title, aside, className, children }: SectionProps) {
  return (
    <section className={cn("px-5 pt-2 max-md:px-4", className)}>
      <div className="flex min-h-6 items-center justify-between gap-3">
        <h2>{title}</h2>
        {aside ? <div className="text-ink-3 text-meta">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}
