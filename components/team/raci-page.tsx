"use client"

import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { EmptyState } from "@/components/ui/empty-state"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Kbd } from "@/components/ui/kbd"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { addressesOf } from "@/lib/records/addresses"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"
import { allocation } from "@/lib/team/allocation"
import { type RaciProposal, warningsOf } from "@/lib/team/raci"
import { partsOf, peopleColumns, roleColumns, sayAccountable } from "@/lib/team/raci-model"
import { PeopleTabs } from "./people-tabs"
import { RaciGrid } from "./raci-grid"
import { partNames, RaciLetter } from "./raci-letter"
import { useRaci } from "./use-raci"

/** RACI: who is responsible, accountable, consulted and informed for each workstream. */
export function RaciPage({ programmeId }: { programmeId: string }) {
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const raci = useRaci(programmeId)
  const allocations = useAnswer(addressesOf(allocation).list, { programmeId })
  const tabs = <PeopleTabs programmeId={programmeId} current="/raci" />
  if (roadmap.data && raci.answer.data && allocations.data) {
    const { items } = allocations.data
    const allocated = items.length === 0 ? null : new Set(items.flatMap(({ personId }) => personId ?? []))
    return <Raci roadmap={roadmap.data} {...{ tabs, raci, allocated }} {...raci.answer.data} />
  }
  const asked = [roadmap, raci.answer, allocations].find(({ error }) => error)
  const failed = asked?.error
  const retry = () => void asked?.refetch()
  return (
    <>
      <PageBar title="RACI" tabs={tabs} />
      <PageBody>
        {failed ? (
          <EmptyState action={<Button onClick={retry}>Try again</Button>}>{failed.message}</EmptyState>
        ) : (
          <SkeletonRows />
        )}
      </PageBody>
    </>
  )
}

type RaciProps = {
  roadmap: RoadmapView
  tabs: React.ReactNode
  raci: ReturnType<typeof useRaci>
  /** Who has an allocation; null where the programme allocates nobody. */
  allocated: ReadonlySet<string> | null
  proposal: RaciProposal
  may: { edit: boolean }
}

function Raci({ roadmap, tabs, raci, allocated, proposal, may }: RaciProps) {
  const { cells, change, isWriting } = raci
  const [query, setQuery] = useQueryOfPage()
  const [asking, setAsking] = useState(false)
  const by = query.get("by") === "roles" ? "roles" : "people"
  const onlyWarned = query.get("warnings") === "only"
  const columns = by === "roles" ? roleColumns(roadmap) : peopleColumns(roadmap, cells)
  const people = roadmap.people.filter(({ removed }) => !removed)
  const { workstreams } = roadmap
  const warnings = warningsOf(workstreams, people, cells, allocated)
  const count = warnings.workstreams.size + warnings.people.size
  const said = sayAccountable(
    workstreams.map(({ id }) => id),
    cells,
  )
  const takeOver = () => {
    setAsking(false)
    const changes = proposal.cells.map(({ part, ...at }) => ({ ...at, to: part }))
    change(changes, `Filled ${changes.length} cells from the template`)
  }
  const mayEdit = may.edit && by === "people"
  const missing = proposal.missing.map((key) => roadmap.deliveryRoles.find((role) => role.key === key)?.name ?? key)
  return (
    <>
      <PageBar
        title="RACI"
        tabs={tabs}
        actions={
          <>
            {count > 0 || onlyWarned ? (
              <Checkbox
                label={`Only with warnings, ${count}`}
                checked={onlyWarned}
                onChange={(only) => setQuery({ warnings: only ? "only" : null })}
              />
            ) : null}
            <SegmentedControl
              label="Columns"
              value={by}
              options={[
                { value: "people", label: "People" },
                { value: "roles", label: "Roles" },
              ]}
              onChange={(value) => setQuery({ by: value === "roles" ? value : null })}
            />
            {may.edit && proposal.cells.length > 0 ? (
              <Button onClick={() => setAsking(true)} busy={isWriting}>
                Use template proposal
              </Button>
            ) : null}
          </>
        }
      />
      <PageBody fit="fill">
        <div className="flex flex-none flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b px-5 py-2 max-md:px-4">
          <p>
            {cells.length === 0 ? (
              "No one is assigned yet; use the template's proposal."
            ) : (
              <>
                <b>{said.lead}</b>
                <span className="text-ink-2">{said.rest}</span>
              </>
            )}
          </p>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-meta">
            {(["R", "A", "C", "I"] as const).map((letter) => (
              <span key={letter} className="inline-flex items-center gap-1.5">
                <RaciLetter letter={letter} />
                {letter === "A" ? "accountable, one" : partNames[letter]}
              </span>
            ))}
          </p>
        </div>
        {asking ? (
          <InlineNotice
            kind="info"
            className="mx-5 my-2 flex-none max-md:mx-4"
            action={
              <span className="flex gap-2">
                <Button onClick={() => setAsking(false)}>Cancel</Button>
                <Button variant="primary" onClick={takeOver}>
                  Fill {proposal.cells.length} cells
                </Button>
              </span>
            }
          >
            The template proposes {proposal.cells.length} cells; nothing that is set is taken away.
            {missing.length > 0 ? ` No one has the role ${missing.join(", ")}.` : ""}
          </InlineNotice>
        ) : null}
        <RaciGrid
          {...{ roadmap, columns, cells, warnings, onlyWarned, mayEdit }}
          partIn={partsOf(cells)}
          onChange={(changes) => change(changes)}
        />
        <footer className="flex h-8 flex-none items-center gap-2 border-line border-t px-5 text-ink-3 text-meta max-md:hidden">
          <span className="flex-1">
            {workstreams.length} workstreams, {people.length} people
            {by === "people" && columns.length < people.length
              ? `, ${people.length - columns.length} without a role not shown`
              : ""}
            {by === "roles" ? "; switch to people to change cells" : ""}
          </span>
          {mayEdit ? (
            <>
              <Kbd>R</Kbd> <Kbd>A</Kbd> <Kbd>C</Kbd> <Kbd>I</Kbd> set or clear <Kbd>Shift A</Kbd> A and R <Kbd>Del</Kbd>{" "}
              clear
            </>
          ) : null}
        </footer>
      </PageBody>
    </>
  )
}
