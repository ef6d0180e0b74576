import type { ReactNode } from "react"

/** Short lists of settings: one row each, thin dividers, the acts at the end. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="max-w-[860px] divide-y divide-line border-line border-y">
      {children}
    </ul>
  )
}

type RowProps = {
  /** The first line. */
  title: ReactNode
  /** Quiet words under it. */
  detail?: ReactNode
  marks?: ReactNode
  actions?: ReactNode
}

/** One row; on a small screen the acts take a second line. */
export function Row({ title, detail, marks, actions }: RowProps) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <div className="min-w-[180px] flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 break-words">{title}</span>
          {marks}
        </div>
        {detail ? <div className="break-words text-ink-3 text-meta">{detail}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </li>
  )
}
