"use client"

import { type KeyboardEvent, useId, useRef, useState } from "react"
import { cn } from "./class-names"
import { FieldFrame, type FieldText, fieldBox, useFieldWiring } from "./field"
import { Icon } from "./icon"
import { type Option, OptionList, optionId } from "./option-list"
import { Anchored } from "./popup/anchored"
import { stepInList } from "./popup/list-cursor"
import { frameOf } from "./select"

type ComboboxProps = FieldText & {
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  /** Offers an entry that empties the value: "No one". */
  clearLabel?: string
  /** Said when nothing matches. */
  emptyText?: string
  /** Offers "Add ..." for what was typed when nothing is called exactly that. */
  onCreate?: (text: string) => void
  disabled?: boolean
  look?: "box" | "bare"
  autoOpen?: boolean
  onClose?: () => void
  name?: string
}

const CLEAR = " clear"
const CREATE = " create"

/** Options whose label or hint holds every typed word, those that begin with the first one before; case and accents do not count. */
function matchOptions(options: readonly Option[], query: string): readonly Option[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  const placeOf = (option: Option) => {
    const text = plain(`${option.label} ${option.hint ?? ""}`)
    if (!words.every((word) => text.includes(word))) return -1
    if (text.startsWith(words[0] ?? "")) return 0
    return text.includes(` ${words[0]}`) ? 1 : 2
  }
  return options
    .map((option) => ({ option, place: placeOf(option) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ option }) => option)
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/** One of a long list, found by typing: people, components, work items. A button that opens a search with its results. */
export function Combobox(props: ComboboxProps) {
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
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(autoOpen)
  const chosen = options.find((option) => option.value === value)
  const hide = (focusBack: boolean) => {
    setOpen(false)
    if (focusBack) button.current?.focus()
    onClose?.()
  }
  const pick = (option: Option, query: string) => {
    hide(true)
    if (option.value === CREATE) props.onCreate?.(query)
    else if (option.value !== value) onChange(option.value === CLEAR ? null : option.value)
  }
  return (
    <FieldFrame {...frameOf(props)} id={id}>
      <button
        {...control}
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}`}
        disabled={disabled}
        onClick={() => setOpen((was) => !was)}
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
        <Anchored anchor={button} matchWidth onClose={(how) => hide(how === "escape")} className="min-w-60">
          <SearchList {...props} onPick={pick} onLeave={() => hide(true)} />
        </Anchored>
      ) : null}
    </FieldFrame>
  )
}

type SearchListProps = ComboboxProps & { onPick: (option: Option, query: string) => void; onLeave: () => void }

function SearchList({ label, options, value, clearLabel, emptyText, onCreate, onPick, onLeave }: SearchListProps) {
  const listId = useId()
  const [query, setQuery] = useState("")
  const [active, setActive] = useState(0)
  const shown = entriesFor({ options, value, query: query.trim(), clearLabel, canCreate: onCreate !== undefined })
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === "Tab") return onLeave()
    const option = shown[active]
    if (event.key === "Enter") {
      event.preventDefault()
      if (option && !option.disabled) onPick(option, query.trim())
      return
    }
    const next = event.key === "Home" || event.key === "End" ? null : stepInList(event.key, active, shown.length)
    if (next === null) return
    event.preventDefault()
    setActive(next)
  }
  return (
    <>
      <div className="sticky top-0 z-10 border-line border-b bg-raised p-1">
        <input
          // biome-ignore lint/a11y/noAutofocus: the search was asked for by opening it
          autoFocus
          type="text"
          role="combobox"
          aria-label={`Search: ${label}`}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={shown.length > 0 ? optionId(listId, active) : undefined}
          autoComplete="off"
          placeholder="Search"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="h-7 w-full bg-transparent px-2 outline-none"
        />
      </div>
      <OptionList
        id={listId}
        label={label}
        options={shown}
        selected={value ?? (clearLabel ? CLEAR : null)}
        active={active}
        onPick={(option) => onPick(option, query.trim())}
        onHover={setActive}
      />
      {shown.length === 0 ? (
        <p role="status" className="px-3 pb-3 text-ink-3">
          {emptyText ?? "No matches"}
        </p>
      ) : null}
    </>
  )
}

type Entries = {
  options: readonly Option[]
  value: string | null
  query: string
  clearLabel: string | undefined
  canCreate: boolean
}

function entriesFor({ options, query, clearLabel, canCreate }: Entries): readonly Option[] {
  const found = matchOptions(options, query)
  const clear: Option[] = clearLabel && query === "" ? [{ value: CLEAR, label: clearLabel }] : []
  const exact = found.some((option) => plain(option.label) === plain(query))
  const create: Option[] = canCreate && query !== "" && !exact ? [{ value: CREATE, label: `Add "${query}"` }] : []
  return [...clear, ...found, ...create]
}
