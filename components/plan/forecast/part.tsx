import { type ReactNode, useId } from "react"
import { cn } from "@/components/ui/class-names"

type PartProps = { title: string; aside?: ReactNode; action?: ReactNode; className?: string; children: ReactNode }

/** A part of the page under its own heading. */
export function Part({ title, aside, action, className, children }: PartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn("min-w-0", className)}>
      <div className="mb-2 flex min-h-6 flex-wrap items-center gap-x-2">
        <h2 id={id}>{title}</h2>
        {aside ? <div className="min-w-0 text-ink-3 text-meta">{aside}</div> : null}
        {action ? <div className="ml-auto">{action}</div> : null}
      </div>
      {children}
    </section>
  )
}
