import type { ReactNode } from "react"

type SectionProps = { title: string; action?: ReactNode; children: ReactNode }

/** A part of a panel under its own heading. */
export function Section({ title, action, children }: SectionProps) {
  return (
    <section aria-label={title} className="mt-5">
      <div className="mb-1 flex min-h-7 items-center justify-between gap-2">
        <h3>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  )
}
