"use client"

import { useMemo } from "react"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Section } from "@/components/shell/section"
import { IconButton } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { NumberField } from "@/components/ui/number-field"
import { workingDays } from "@/lib/base/kernel/number-text"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import { endNames } from "@/lib/plan/roadmap/links-of"
import type { LinkReplan } from "@/lib/plan/roadmap/replan-shapes"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { AddLink } from "./add-link"
import { linkKey, withLink, withoutLink } from "./draft"

type LinkChangesProps = { work: Work; changes: WhatIf; onChange: (changes: WhatIf) => void }

/** Links that would be there, not be there, or wait longer. */
export function LinkChanges({ work, changes, onChange }: LinkChangesProps) {
  const { roadmap, items } = work
  const names = useMemo(() => endNames({ roadmap, items }), [roadmap, items])
  const links = new Map(roadmap.links.map((link) => [String(link.id), link]))
  const say = ({ from, to }: Pick<LinkView, "from" | "to">) =>
    `${names.get(from.id) ?? "?"} → ${names.get(to.id) ?? "?"}`
  const taken = new Set(changes.plan.links.map(linkKey))
  const options = roadmap.links
    .filter(({ id }) => !taken.has(id))
    .map((link) => ({ value: String(link.id), label: say(link), hint: sayHow(link) }))
  const start = (id: string | null) => {
    const link = id === null ? undefined : links.get(id)
    if (link) onChange(withLink(changes, { remove: { id: link.id, version: link.version } }))
  }
  return (
    <Section title="Dependencies">
      <ul>
        {changes.plan.links.map((replan) => (
          <LinkChange
            key={linkKey(replan)}
            replan={replan}
            name={"add" in replan ? say(replan.add) : nameOf(links.get(linkKey(replan)), say)}
            now={"add" in replan ? null : (links.get(linkKey(replan)) ?? null)}
            onChange={(next) => onChange(withLink(changes, next))}
            onDrop={() => onChange(withoutLink(changes, linkKey(replan)))}
          />
        ))}
      </ul>
      {options.length > 0 ? (
        <Combobox
          label="Remove a dependency or change its lag"
          hideLabel
          placeholder="Remove a dependency or change its lag…"
          options={options}
          value={null}
          onChange={start}
          className="mb-2"
        />
      ) : null}
      <AddLink work={work} onAdd={(add) => onChange(withLink(changes, { add }))} />
    </Section>
  )
}

const nameOf = (link: LinkView | undefined, say: (link: LinkView) => string) =>
  link ? say(link) : "a removed dependency"

const sayHow = ({ type, lag }: Pick<LinkView, "type" | "lag">): string =>
  `${type}${lag === 0 ? "" : `, ${lag > 0 ? "+" : "−"}${Math.abs(lag)} d`}`

type LinkChangeProps = {
  replan: LinkReplan
  name: string
  /** The link as the plan has it; null for a new one. */
  now: LinkView | null
  onChange: (replan: LinkReplan) => void
  onDrop: () => void
}

function LinkChange({ replan, name, now, onChange, onDrop }: LinkChangeProps) {
  const lag =
    "add" in replan ? replan.add.lag : "change" in replan ? (replan.change.lag ?? now?.lag ?? 0) : (now?.lag ?? 0)
  const isTaken = "remove" in replan
  const wait = (days: number | null) => {
    if ("add" in replan) return onChange({ add: { ...replan.add, lag: days ?? 0 } })
    if (now) onChange({ change: { id: now.id, version: now.version, lag: days ?? 0 } })
  }
  return (
    <li className="mb-2 grid grid-cols-[minmax(0,1fr)_84px_24px] items-center gap-x-2">
      <span className="min-w-0">
        <span className="block truncate" title={name}>
          {name}
        </span>
        <span className="block text-ink-3 text-meta">
          {isTaken ? "removed; enter a lag to keep it" : now ? `now ${sayHow(now)}` : `new, ${sayNew(replan)}`}
        </span>
      </span>
      <NumberField
        label={`Lag of ${name}, working days`}
        hideLabel
        unit="d"
        min={-260}
        max={260}
        span={workingDays}
        whole
        value={isTaken ? null : lag}
        onCommit={wait}
      />
      <IconButton icon="close" size="small" label={`Reset ${name}`} onClick={onDrop} />
    </li>
  )
}

const sayNew = (replan: LinkReplan): string => ("add" in replan ? replan.add.type : "")
