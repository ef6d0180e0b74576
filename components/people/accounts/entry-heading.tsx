import type { ReactNode } from "react"

/** The head of a sign-in page: what it is for, and a sentence. */
export function EntryHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="text-balance text-lede">{title}</h1>
      {children ? <p className="mt-1 text-pretty text-ink-2">{children}</p> : null}
    </div>
  )
}
