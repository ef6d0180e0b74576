"use client"

import type { ComponentProps, ReactNode, Ref } from "react"
import { cn } from "./class-names"
import { FieldFrame, type FieldText, fieldBox, useFieldWiring } from "./field"

type TextFieldProps = Omit<ComponentProps<"input">, "ref" | "className" | "onChange" | "value" | "id"> &
  FieldText & {
    ref?: Ref<HTMLInputElement>
    value?: string
    onChange?: (value: string) => void
    /** Stands inside the box at its end: a unit, a button. */
    trailing?: ReactNode
  }

/** One line of text. Controlled with `value` and `onChange`, or left to its form with `name` and `defaultValue`. */
export function TextField({ label, hideLabel, hint, error, className, onChange, trailing, ...rest }: TextFieldProps) {
  const { id, control } = useFieldWiring({ hint, error })
  const text = {
    label,
    hideLabel: hideLabel ?? false,
    error,
    ...(hint ? { hint } : {}),
    ...(className ? { className } : {}),
  }
  return (
    <FieldFrame id={id} {...text}>
      <span className="relative block">
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...control}
          onChange={(event) => onChange?.(event.target.value)}
          className={cn(fieldBox, "h-8", trailing ? "pr-14" : "")}
        />
        {trailing ? (
          <span className="absolute inset-y-0 right-1 flex items-center text-ink-3 text-meta">{trailing}</span>
        ) : null}
      </span>
    </FieldFrame>
  )
}

type TextAreaProps = Omit<ComponentProps<"textarea">, "ref" | "className" | "onChange" | "value" | "id"> &
  FieldText & { ref?: Ref<HTMLTextAreaElement>; value?: string; onChange?: (value: string) => void }

/** Several lines; it grows with what is written. */
export function TextArea({ label, hideLabel, hint, error, className, onChange, ...rest }: TextAreaProps) {
  const { id, control } = useFieldWiring({ hint, error })
  const text = {
    label,
    hideLabel: hideLabel ?? false,
    error,
    ...(hint ? { hint } : {}),
    ...(className ? { className } : {}),
  }
  return (
    <FieldFrame id={id} {...text}>
      <textarea
        rows={3}
        {...rest}
        {...control}
        onChange={(event) => onChange?.(event.target.value)}
        className={cn(fieldBox, "block min-h-16 py-1.5 [field-sizing:content]")}
      />
    </FieldFrame>
  )
}
