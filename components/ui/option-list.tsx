import type { ReactNode } from "react"
import { cn } from "./class-names"
import { Icon } from "./icon"

/** One choice in a `Select` or `Combobox`. */
export type Option<Value extends string = string> = {
  value: Value
  label: string
  /** Quiet words after the label: a role, a date. Searched too. */
  hint?: string
  /** A mark or avatar before the label. */
  leading?: ReactNode
  disabled?: boolean
}

type OptionListProps = {
  id: string
  label: string
  options: readonly Option[]
  selected: string | null
  /** Index of the option under the cursor; -1 for none. */
  active: number
  onPick: (option: Option) => void
  onHover: (index: number) => void
}

/** The id of an option, for `aria-activedescendant`. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** A listbox whose cursor lives elsewhere (`aria-activedescendant` on a button or an input). */
export function OptionList({ id, label, options, selected, active, onPick, onHover }: OptionListProps) {
  return (
    <div id={id} role="listbox" aria-label={label} tabIndex={-1} className="p-1 outline-none">
      {options.map((option, index) => (
        <OptionRow
          key={option.value}
          id={optionId(id, index)}
          option={option}
          isSelected={option.value === selected}
          isActive={index === active}
          onPick={() => onPick(option)}
          onHover={() => onHover(index)}
        />
      ))}
    </div>
  )
}

type OptionRowProps = {
  id: string
  option: Option
  isSelected: boolean
  isActive: boolean
  onPick: () => void
  onHover: () => void
}

function OptionRow({ id, option, isSelected, isActive, onPick, onHover }: OptionRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the control that owns aria-activedescendant
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-disabled={option.disabled || undefined}
      ref={(node) => {
        if (isActive) node?.scrollIntoView?.({ block: "nearest" })
      }}
      onPointerMove={isActive ? undefined : onHover}
      onPointerDown={(event) => event.preventDefault()}
      onClick={option.disabled ? undefined : onPick}
      className={cn(
        "flex min-h-[30px] items-center gap-2 rounded-md px-2 py-1 outline-none",
        isActive && "bg-pressed",
        option.disabled && "opacity-50",
      )}
    >
      {option.leading}
      <span className="min-w-0 flex-1 truncate">
        {option.label}
        {option.hint ? <span className="ml-2 text-ink-3 text-meta">{option.hint}</span> : null}
      </span>
      <Icon name="check" size={14} className={isSelected ? "text-accent" : "invisible"} />
    </div>
  )
}
