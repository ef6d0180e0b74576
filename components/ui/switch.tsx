"use client"

import type { ComponentProps } from "react"
import { cn } from "./class-names"

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role" | "onChange" | "className" | "ref"> & {
  label: string
  hideLabel?: boolean
  onChange?: (on: boolean) => void
  className?: string
}

/** On or off, at once: for settings that need no "Save". */
export function Switch({ label, hideLabel, onChange, className, ...rest }: SwitchProps) {
  return (
    <label className={cn("inline-flex min-h-6 items-center gap-2.5", className)}>
      <span className="relative inline-flex h-[18px] w-[30px] flex-none">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox carries its own checked state
          role="switch"
          aria-label={hideLabel ? label : undefined}
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer h-[18px] w-[30px] appearance-none rounded-full border border-line-field bg-hover transition-colors checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <span className="pointer-events-none absolute top-[3px] left-[3px] size-3 rounded-full bg-ink-3 transition-transform peer-checked:translate-x-3 peer-checked:bg-accent-ink" />
      </span>
      {hideLabel ? null : label}
    </label>
  )
}
