"use client"

import Link from "next/link"
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import { cn } from "./class-names"
import { Icon, type IconName } from "./icon"
import { Kbd } from "./kbd"
import type { TriggerProps } from "./popover"
import { type Align, Anchored } from "./popup/anchored"
import { stepInList, useTypeAhead } from "./popup/list-cursor"

export type MenuEntry =
  | { kind: "separator"; id: string }
  | { kind: "heading"; id: string; label: string }
  | {
      kind?: "item"
      id: string
      label: string
      icon?: IconName
      kbd?: string
      danger?: boolean
      disabled?: boolean
      /** Makes it a check item; the menu stays open, so that several can be set. */
      checked?: boolean
      /** A link instead of an act. */
      href?: string
      onSelect?: () => void
    }

type MenuItem = Extract<MenuEntry, { kind?: "item" }>

type MenuProps = {
  label: string
  trigger: (props: TriggerProps) => ReactNode
  entries: readonly MenuEntry[]
  align?: Align
}

/** A menu of acts on a button: arrows, Home, End and typing move; Enter acts; Escape and Tab leave. */
export function Menu({ label, trigger, entries, align = "start" }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      {trigger({
        ref: button,
        onClick: () => setOpen((was) => !was),
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
      })}
      {open ? (
        <Anchored
          anchor={button}
          align={align}
          className="min-w-44 p-1"
          onClose={(how) => (how === "escape" ? close() : setOpen(false))}
        >
          <MenuList id={id} label={label} entries={entries} close={close} />
        </Anchored>
      ) : null}
    </>
  )
}

type MenuListProps = { id: string; label: string; entries: readonly MenuEntry[]; close: () => void }

function MenuList({ id, label, entries, close }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  const items = entries.filter(isItem).filter((entry) => !entry.disabled)
  const typeAhead = useTypeAhead(items.map((entry) => entry.label))
  const nodes = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-item]:not([aria-disabled])") ?? [])]
  useEffect(() => list.current?.querySelector<HTMLElement>("[data-item]:not([aria-disabled])")?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === "Tab") {
      event.preventDefault()
      close()
      return
    }
    const at = nodes().findIndex((node) => node.matches(":focus"))
    const next = stepInList(event.key, at, items.length) ?? typeAhead(event.key, at, event.timeStamp)
    if (next === null) return
    event.preventDefault()
    nodes()[next]?.focus()
  }
  return (
    <div id={id} ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown} className="outline-none">
      {entries.map((entry) =>
        isItem(entry) ? (
          <MenuRow key={entry.id} entry={entry} close={close} />
        ) : entry.kind === "heading" ? (
          <div key={entry.id} role="presentation" className="px-2 pt-1.5 pb-1 text-ink-3 text-meta">
            {entry.label}
          </div>
        ) : (
          <hr key={entry.id} className="-mx-1 my-1 border-line border-t" />
        ),
      )}
    </div>
  )
}

function isItem(entry: MenuEntry): entry is MenuItem {
  return entry.kind === undefined || entry.kind === "item"
}

function MenuRow({ entry, close }: { entry: MenuItem; close: () => void }) {
  const isCheck = entry.checked !== undefined
  const act = () => {
    if (entry.disabled) return
    if (!isCheck) close()
    entry.onSelect?.()
  }
  const look = cn(
    "flex h-[30px] w-full items-center gap-2 rounded-md px-2 text-left outline-none hover:bg-pressed focus:bg-pressed",
    entry.danger ? "text-needs-you" : "text-ink",
    entry.disabled && "pointer-events-none opacity-50",
  )
  const inside = (
    <>
      {isCheck ? <Icon name="check" size={14} className={entry.checked ? "text-accent" : "invisible"} /> : null}
      {entry.icon ? <Icon name={entry.icon} size={14} className={entry.danger ? "" : "text-ink-3"} /> : null}
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.kbd ? <Kbd>{entry.kbd}</Kbd> : null}
    </>
  )
  const common = { "data-item": "", tabIndex: -1, className: look, "aria-disabled": entry.disabled || undefined }
  if (entry.href !== undefined)
    return (
      <Link role="menuitem" href={entry.href} {...common} onClick={close}>
        {inside}
      </Link>
    )
  if (isCheck)
    return (
      <button type="button" role="menuitemcheckbox" aria-checked={entry.checked} {...common} onClick={act}>
        {inside}
      </button>
    )
  return (
    <button type="button" role="menuitem" {...common} onClick={act}>
      {inside}
    </button>
  )
}
