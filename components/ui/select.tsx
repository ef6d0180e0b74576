"use client"

import { type KeyboardEvent, useId, useRef, useState } from "react"
import { cn } from "./class-names"
import { FieldFrame, type FieldText, fieldBox, useFieldWiring } from "./field"
import { Icon } from "./icon"
import { type Option, OptionList, optionId } from "./option-list"
import { Anchored } from "./popup/anchored"
import { stepInList, useTypeAhead } from "./popup/list-cursor"

type SelectProps<Value extends string> = FieldText & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string
  disabled?: boolean
  /** `bare` has no box: for cells and property lists. */
  look?: "box" | "bare"
  /** Opens at once and takes the focus: an editor that was asked for. */
  autoOpen?: boolean
  /** After the list closed, with or without a choice. */
  onClose?: () => void
  /** Carries the value inside a plain form. */
  name?: string
}

/** One of a short list. The focus stays on the button; arrows, Home, End and typing move; Enter or Space takes; Escape leaves. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    options,
    value,
    onChange,
    onClose,
    placeholder = "Select",
    disabled = false,
    look = "box",
    autoOpen = false,
    name,
  } = props
  const { id, control } = useFieldWiring(props)
  const listId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const at = options.findIndex((option) => option.value === value)
  const [open, setOpen] = useState(autoOpen)
  const [active, setActive] = useState(Math.max(0, at))
  const typeAhead = useTypeAhead(options.map((option) => option.label))
  const chosen = options[at]

  const show = () => {
    setActive(Math.max(0, at))
    setOpen(true)
  }
  const hide = () => {
    setOpen(false)
    onClose?.()
  }
  const pick = (index: number) => {
    const option = options[index]
    if (!option || option.disabled) return
    hide()
    if (option.value !== value) onChange(option.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const handled = open ? onOpenKey(event) : onClosedKey(event)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClosedKey = (event: KeyboardEvent): boolean => {
    if (["ArrowDown", "ArrowUp", "Enter", " "].includes(event.key)) {
      show()
      return true
    }
    return false
  }
  const onOpenKey = (event: KeyboardEvent): boolean => {
    if (event.key === "Enter" || (event.key === " " && typeAhead(" ", active, event.timeStamp) === null)) {
      pick(active)
      return true
    }
    if (event.key === "Tab") {
      pick(active)
      return false
    }
    const next = stepInList(event.key, active, options.length) ?? typeAhead(event.key, active, event.timeStamp)
    if (next !== null) setActive(next)
    return next !== null
  }

  return (
    <FieldFrame {...frameOf(props)} id={id}>
      <button
        {...control}
        ref={(node) => {
          button.current = node
          if (autoOpen && node && !node.dataset.seen) {
            node.dataset.seen = ""
            node.focus()
          }
        }}
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={listId}
        aria-labelledby={`${id}-label ${id}`}
        aria-activedescendant={open ? optionId(listId, active) : undefined}
        disabled={disabled}
        onClick={() => (open ? hide() : show())}
        onKeyDown={onKeyDown}
        className={cn(
          "flex items-center gap-2 text-left",
          look === "box"
            ? cn(fieldBox, "h-8 pr-1.5")
            : "-mx-1.5 h-7 min-w-0 max-w-[calc(100%+12px)] rounded-md px-1.5 hover:bg-hover aria-expanded:bg-hover disabled:hover:bg-transparent",
        )}
      >
        {chosen?.leading}
        <span className={cn("min-w-0 flex-1 truncate", chosen ? "" : "text-ink-3")}>
          {chosen?.label ?? placeholder}
        </span>
        {look === "box" ? <Icon name="chevrons-up-down" size={14} className="text-ink-3" /> : null}
      </button>
      {name ? <input type="hidden" name={name} value={value ?? ""} /> : null}
      {open ? (
        <Anchored anchor={button} matchWidth onClose={hide} className="min-w-40">
          <OptionList
            id={listId}
            label={props.label}
            options={options}
            selected={value}
            active={active}
            onPick={(option) => pick(options.findIndex((entry) => entry.value === option.value))}
            onHover={setActive}
          />
        </Anchored>
      ) : null}
    </FieldFrame>
  )
}

/** Only the words of a field, without its control's props. */
export function frameOf({ label, hideLabel, hint, error, className }: FieldText): FieldText {
  return {
    label,
    error,
    ...(hideLabel === undefined ? {} : { hideLabel }),
    ...(hint === undefined ? {} : { hint }),
    ...(className === undefined ? {} : { className }),
  }
}
