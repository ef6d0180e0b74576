"use client"

import { type KeyboardEvent, useId } from "react"
import { cn } from "@/components/ui/class-names"

type ConfidenceFieldProps = {
  value: number | null
  /** What was said the last time, drawn with a dashed edge. */
  last: number | null
  /** What one is sure of: "that it is 0.70× by 30 June". */
  about: string
  onChange: (value: number) => void
}

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** How sure somebody is, 0 to 10: eleven native radios; inside, digits choose and arrows move. */
export function ConfidenceField({ value, last, about, onChange }: ConfidenceFieldProps) {
  const name = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (/^\d$/.test(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) onChange(Number(event.key))
  }
  return (
    <fieldset onKeyDown={onKeyDown}>
      <legend className="mb-1.5 flex w-full items-baseline">
        <span className="font-semibold">Confidence</span>
        <span className="ml-2 text-ink-3 text-meta">{about}</span>
        {last === null ? null : <span className="ml-auto text-ink-3 text-meta">last time {last}</span>}
      </legend>
      <div className="grid grid-cols-11 gap-1.5 max-md:gap-1">
        {steps.map((step) => (
          <label
            key={step}
            className={cn(
              "relative flex h-9 cursor-pointer items-center justify-center rounded-md border border-line-strong text-ink-2 hover:bg-hover max-md:h-10",
              "has-checked:border-ink has-checked:bg-ink has-checked:font-semibold has-checked:text-surface has-focus-visible:outline-2 has-focus-visible:outline-accent",
              step === last && step !== value && "border-dashed border-ink-3",
            )}
          >
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-md outline-none"
            />
            {step}
          </label>
        ))}
      </div>
      <div className="mt-1 flex justify-between text-ink-3 text-meta">
        <span>0 it will not be</span>
        <span>10 it surely will</span>
      </div>
    </fieldset>
  )
}
