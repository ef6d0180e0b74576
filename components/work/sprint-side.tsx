"use client"

import type { KeyboardEvent, ReactNode } from "react"
import { EmptyState } from "@/components/ui/empty-state"
import { Select } from "@/components/ui/select"
import { StatusMark } from "@/components/ui/status-mark"
import { count } from "@/lib/reports/words"
import { type EffortSum, sayEffort } from "@/lib/work/effort"
import type { BacklogRow, waitingOf } from "@/lib/work/plan-model"
import type { SprintView } from "@/lib/work/sprint"
import { Warnings } from "./plan-parts"
import { type ListRow, RowList } from "./row-list"

type SprintSideProps = {
  sprint: SprintView
  open: readonly SprintView[]
  onChoose: (id: string) => void
  inside: readonly BacklogRow[]
  right: readonly ListRow<BacklogRow>[]
  onKey: (row: BacklogRow, event: KeyboardEvent) => boolean
  owner: (row: BacklogRow) => ReactNode
  demand: EffortSum
  range: string
  waits: ReturnType<typeof waitingOf>
}

/** The sprint that is planned: what is in it, by how it came there. */
export function SprintSide(props: SprintSideProps) {
  const { sprint, open, onChoose, inside, right, onKey, owner, demand, range, waits } = props
  return (
    <section aria-label={sprint.name} className="flex w-[45%] min-w-0 flex-none flex-col max-lg:w-auto">
      <header className="px-5 pt-3 pb-1 max-md:px-4">
        <div className="flex flex-wrap items-baseline gap-x-2">
          {open.length > 1 ? (
            <div className="w-28">
              <Select
                label="Sprint"
                hideLabel
                look="bare"
                value={sprint.id}
                options={open.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={onChoose}
              />
            </div>
          ) : (
            <h2 className="font-semibold">{sprint.name}</h2>
          )}
          <span className="text-ink-3 text-meta">{range}</span>
        </div>
        {sprint.goal ? (
          <p className="text-meta">
            <span className="text-ink-3">Goal</span> {sprint.goal}
          </p>
        ) : null}
      </header>
      <Warnings rows={inside} waits={waits} />
      <RowList
        label={sprint.name}
        tracks="14px 40px minmax(0,1fr) 24px 52px"
        heads={[
          <span key="s" className="sr-only">
            Status
          </span>,
          "No.",
          "Name",
          <span key="o" className="sr-only">
            Owner
          </span>,
          "Effort",
        ]}
        rows={right}
        onKey={onKey}
        cells={(row) => [
          <StatusMark key="s" kind={row.item.status} withWord={false} />,
          <span key="n" className="text-ink-3">
            {row.item.number}
          </span>,
          row.item.title,
          owner(row),
          sayEffort(row.effort),
        ]}
        empty={
          <EmptyState>Nothing is in this sprint yet. Press P on a backlog item, or fill it to capacity.</EmptyState>
        }
      />
      <footer className="flex h-8 flex-none items-center justify-between border-line border-t px-5 text-ink-3 text-meta">
        <span>
          {count(inside.length, "item")}
          {demand.unknown > 0 ? `, ${demand.unknown} without effort` : ""}
        </span>
        <span>{sayEffort(demand.days)}</span>
      </footer>
    </section>
  )
}
