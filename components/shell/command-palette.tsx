"use client"

import { useRouter } from "next/navigation"
import { type KeyboardEvent, useEffect, useId, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { Modal } from "@/components/ui/dialog"
import { Icon, type IconName } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"
import { stepInList } from "@/components/ui/popup/list-cursor"
import { keycapsOf } from "./key-names"
import { rankBy } from "./rank"
import { useShortcut } from "./shortcuts"

export type Command = {
  id: string
  label: string
  /** Where it lies or what it does; searched too. */
  hint?: string
  /** Other words that find it: old names, synonyms. */
  keywords?: readonly string[]
  icon?: IconName
  /** Its shortcut, shown only. */
  keys?: string
  /** Either an address to go to, or an act. */
  href?: string
  onRun?: () => void
}

export type CommandGroup = { id: string; label: string; commands: readonly Command[] }

type CommandPaletteProps = {
  groups: readonly CommandGroup[]
  /** Asked 120 ms after the last letter, from two letters on; an aborted one is forgotten. */
  search?: (query: string, signal: AbortSignal) => Promise<readonly Command[]>
  /** Heading of what `search` found. */
  searchLabel?: string
}

const OPEN_EVENT = "lakeward:palette"

/** Opens the palette from anywhere: a button, a menu. */
export const openPalette = (): boolean => window.dispatchEvent(new Event(OPEN_EVENT))

/** Ctrl or Cmd K: every page and act by a few letters, and records from the server. One to a page. */
export function CommandPalette(props: CommandPaletteProps) {
  const [open, setOpen] = useState(false)
  useShortcut("mod+k", "Search", () => setOpen(true), { group: "Anywhere" })
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(OPEN_EVENT, show)
    return () => window.removeEventListener(OPEN_EVENT, show)
  }, [])
  return open ? <OpenPalette {...props} onClose={() => setOpen(false)} /> : null
}

function OpenPalette({
  groups,
  search,
  searchLabel = "Records",
  onClose,
}: CommandPaletteProps & { onClose: () => void }) {
  const router = useRouter()
  const id = useId()
  const [query, setQuery] = useState("")
  const [active, setActive] = useState(0)
  const found = useFound(query, search)
  const shown = [
    ...groups.map((group) => ({ ...group, commands: rankBy(query, group.commands) })),
    { id: "found", label: searchLabel, commands: found.commands },
  ].filter((group) => group.commands.length > 0)
  const flat = shown.flatMap((group) => group.commands)
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.onRun?.()
    if (command.href !== undefined) router.push(command.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault()
      run(flat[active])
    }
    const next = event.key === "Home" || event.key === "End" ? null : stepInList(event.key, active, flat.length)
    if (next === null) return
    event.preventDefault()
    setActive(next)
  }
  return (
    <Modal label="Search" onClose={onClose} className="mt-[12vh] w-[600px]">
      <div className="flex h-12 items-center gap-2.5 border-line border-b px-4">
        <Icon name="search" className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette was asked for to type in it
          autoFocus
          data-autofocus=""
          type="text"
          role="combobox"
          aria-label="Search"
          aria-expanded={flat.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={flat.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          placeholder="Search pages, actions and records"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-title outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Results"
        className="max-h-[min(380px,60vh)] overflow-y-auto p-1.5"
      >
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={group.id} role="group" aria-label={group.label} className="pb-1">
            <div aria-hidden="true" className="px-2.5 pt-1.5 pb-1 text-ink-3 text-meta">
              {group.label}
            </div>
            {group.commands.map((command) => {
              const index = flat.indexOf(command)
              return (
                <CommandRow
                  key={command.id}
                  id={`${id}-${index}`}
                  command={command}
                  isActive={index === active}
                  onRun={() => run(command)}
                  onHover={() => setActive(index)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className={cn("px-4 text-ink-3", flat.length === 0 ? "pb-4" : "sr-only")}>
        {found.busy ? "Searching" : flat.length === 0 ? "No results. Try a shorter search." : `${flat.length} results`}
      </p>
    </Modal>
  )
}

type CommandRowProps = { id: string; command: Command; isActive: boolean; onRun: () => void; onHover: () => void }

function CommandRow({ id, command, isActive, onRun, onHover }: CommandRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the search field, which owns aria-activedescendant
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      ref={(node) => {
        if (isActive) node?.scrollIntoView?.({ block: "nearest" })
      }}
      onPointerMove={isActive ? undefined : onHover}
      onClick={onRun}
      className={cn("flex h-9 items-center gap-2.5 rounded-md px-2.5", isActive && "bg-pressed")}
    >
      <Icon name={command.icon ?? "arrow-right"} className="text-ink-3" />
      <span className="truncate">{command.label}</span>
      {command.hint ? (
        <span className="min-w-0 flex-1 truncate text-ink-3 text-meta">{command.hint}</span>
      ) : (
        <span className="flex-1" />
      )}
      {command.keys ? keycapsOf(command.keys).map((cap) => <Kbd key={cap}>{cap}</Kbd>) : null}
    </div>
  )
}

const PAUSE_MS = 120
const nothing: readonly Command[] = []

/** What the server found for the query; empty while too short, when it fails, or when a newer query is under way. */
function useFound(query: string, search: CommandPaletteProps["search"]) {
  const [state, setState] = useState({ query: "", commands: nothing })
  const wanted = search && query.trim().length >= 2 ? query.trim() : ""
  useEffect(() => {
    if (!search || wanted === "") return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search(wanted, abort.signal).then(
        (commands) => abort.signal.aborted || setState({ query: wanted, commands }),
        () => abort.signal.aborted || setState({ query: wanted, commands: nothing }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted, search])
  const current = wanted !== "" && state.query === wanted
  return { commands: current ? state.commands : nothing, busy: wanted !== "" && !current }
}
