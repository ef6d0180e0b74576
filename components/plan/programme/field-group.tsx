import type { ReactNode } from "react"

type FieldGroupProps = { label: string; error?: string | undefined; hint?: string; children: ReactNode }

/** Several controls under one label, as one group. */
export function FieldGroup({ label, error, hint, children }: FieldGroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 block font-medium text-ink-2 text-meta">{label}</legend>
      {children}
      {error ? (
        <p role="alert" className="mt-1 text-meta text-needs-you">
          {error}
        </p>
      ) : null}
      {hint ? <p className="mt-1 text-ink-3 text-meta">{hint}</p> : null}
    </fieldset>
  )
}
