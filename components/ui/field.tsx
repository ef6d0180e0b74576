import { type ReactNode, useId } from "react"
import { cn } from "./class-names"

/** What every field shares: a label, a hint before, a sentence when it is wrong. */
export type FieldText = {
  label: string
  /** Keeps the label for assistive technology only (filters, cells). */
  hideLabel?: boolean
  hint?: string
  /** A whole sentence; its presence marks the field as invalid. */
  error?: string | undefined
  className?: string
}

/** Ids and ARIA for a control inside a `FieldFrame`. */
export function useFieldWiring({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  const id = useId()
  const described = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ")
  return {
    id,
    control: {
      id,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": described || undefined,
    },
  } as const
}

type FieldFrameProps = FieldText & {
  id: string
  /** `group` when the control is not one labelled element. */
  labelFor?: "control" | "group"
  children: ReactNode
}

/** Label above, control, then error and hint below. */
export function FieldFrame({
  id,
  label,
  hideLabel,
  hint,
  error,
  className,
  labelFor = "control",
  children,
}: FieldFrameProps) {
  const look = hideLabel ? "sr-only" : "mb-1 block text-meta font-medium text-ink-2"
  return (
    <div className={cn("min-w-0", className)}>
      {labelFor === "control" ? (
        <label htmlFor={id} id={`${id}-label`} className={look}>
          {label}
        </label>
      ) : (
        <span id={`${id}-label`} className={look}>
          {label}
        </span>
      )}
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-meta text-needs-you">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-ink-3 text-meta">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** The look of every boxed control: 32 px high, an edge of at least 3:1. */
export const fieldBox =
  "w-full min-w-0 rounded-md border border-line-field bg-surface px-2.5 text-body text-ink transition-colors hover:border-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-needs-you disabled:bg-sunken disabled:text-ink-3"
