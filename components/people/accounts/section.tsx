import { type ReactNode, useId } from "react"

type SectionProps = { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A part of a settings page: a heading, a sentence, and what it is about. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-line border-b px-5 py-6 last:border-0 max-md:px-4">
      <div className="mb-3 flex max-w-[860px] flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 id={id}>{title}</h2>
          {note ? <p className="max-w-[68ch] text-pretty text-ink-3 text-meta">{note}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
