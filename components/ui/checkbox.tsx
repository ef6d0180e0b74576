"use client"

import { type ComponentProps, useId } from "react"
import { cn } from "./class-names"

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "onChange" | "className" | "ref"> & {
  label: string
  hideLabel?: boolean
  hint?: string
  /** Some, not all, of what it stands for. */
  indeterminate?: boolean
  onChange?: (checked: boolean) => void
  className?: string
}

/** A native checkbox in the product's look, its label beside it. */
export function Checkbox({
  label,
  hideLabel,
  hint,
  indeterminate = false,
  onChange,
  className,
  ...rest
}: CheckboxProps) {
  const hintId = useId()
  return (
    <label className={cn("inline-flex min-w-0 items-start gap-2", className)}>
      <span className="relative mt-0.5 inline-flex size-4 flex-none">
        <input
          {...rest}
          type="checkbox"
          aria-label={hideLabel ? label : rest["aria-label"]}
          aria-describedby={hint ? hintId : undefined}
          ref={(node) => {
            if (node) node.indeterminate = indeterminate
          }}
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer size-4 appearance-none rounded-sm border border-line-field bg-surface transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-ink-3 disabled:opacity-50"
        />
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className="pointer-events-none absolute inset-0 hidden fill-none stroke-2 stroke-accent-ink peer-checked:block peer-indeterminate:block"
        >
          <path d={indeterminate ? "M4.5 8h7" : "M4 8.4l2.7 2.7L12 5.4"} />
        </svg>
      </span>
      {hideLabel ? null : (
        <span className="min-w-0">
          {label}
          {hint ? (
            <span id={hintId} className="block text-ink-3 text-meta">
              {hint}
            </span>
          ) : null}
        </span>
      )}
    </label>
  )
}
