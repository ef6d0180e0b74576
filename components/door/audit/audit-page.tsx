"use client"

import { useCallback, useMemo } from "react"
import { AssuranceTabs } from "@/components/assurance/assurance-tabs"
import { useAnswer } from "@/components/door/data/use-contract"
import { useMedia } from "@/components/plan/roadmap/use-media"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { DataTable } from "@/components/table/data-table"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import {
  isWholeTrail,
  readTrailFilter,
  type TrailFilter,
  wholeTrail,
  writeTrailFilter,
} from "@/lib/door/audit/trail-filter"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { count } from "@/lib/reports/words"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"
import { type EventRow, eventColumns, toldRow } from "./event-columns"
import { EventPanel } from "./event-panel"
import { TrailChips, TrailFilterButton } from "./trail-filter-bar"
import { useEvent, useNaming, useTrail } from "./use-trail"
import { useVerification, VerificationResult } from "./verification"

const idOf = ({ seq }: EventRow) => `${seq}`
const nameOf = ({ what }: EventRow) => what

/** Assurance: the programme's trail, newest first, and whether its chain is intact. */
export function AuditPage({ programmeId }: { programmeId: string }) {
  const roadmap = useAnswer(getRoadmap, { programmeId }).data
  const [query, change] = useQueryOfPage()
  const text = query.toString()
  const filter = useMemo(() => readTrailFilter(new URLSearchParams(text)), [text])
  const setFilter = useCallback((next: TrailFilter) => change(writeTrailFilter(next)), [change])
  const verifying = useVerification(programmeId)
  const seq = Number(query.get("event")) || null
  const open = (row: EventRow) => change({ event: `${row.seq}` }, seq === null ? "push" : "replace")
  const close = useCallback(() => change({ event: null }, "push"), [change])
  return (
    <>
      <PageBar
        title="Assurance: Audit"
        tabs={<AssuranceTabs programmeId={programmeId} current="audit" />}
        actions={
          roadmap ? (
            <>
              <TrailChips filter={filter} roadmap={roadmap} onChange={setFilter} />
              <TrailFilterButton filter={filter} roadmap={roadmap} onChange={setFilter} />
              {roadmap.me.may.verifyAudit ? (
                <Button variant="primary" busy={verifying.busy} onClick={() => verifying.run("alone")}>
                  Verify chain
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      <PageBody
        fit="fill"
        panel={roadmap && seq !== null ? <OpenEvent {...{ programmeId, roadmap, seq, close }} /> : null}
      >
        <VerificationResult verifying={verifying} />
        {roadmap ? (
          <Trail {...{ programmeId, roadmap, filter, setFilter, seq, open }} />
        ) : (
          <SkeletonRows rows={16} label="Loading the audit trail" />
        )}
      </PageBody>
    </>
  )
}

type TrailProps = {
  programmeId: string
  roadmap: RoadmapView
  filter: TrailFilter
  setFilter: (filter: TrailFilter) => void
  seq: number | null
  open: (row: EventRow) => void
}

function Trail({ programmeId, roadmap, filter, setFilter, seq, open }: TrailProps) {
  const { answer, events, names } = useTrail(programmeId, filter)
  const naming = useNaming(programmeId, names, roadmap)
  const narrow = useMedia("(max-width: 699.9px)")
  const { today, programme } = roadmap
  const rows = useMemo(
    () => events.map((event) => toldRow(event, { naming, today, timeZone: programme.timeZone })),
    [events, naming, today, programme.timeZone],
  )
  const shown = count(rows.length, answer.hasNextPage ? "latest event" : "event")
  const columns = useMemo(() => eventColumns(shown, narrow), [shown, narrow])
  if (answer.isPending) return <SkeletonRows rows={16} label="Loading the audit trail" />
  if (answer.error)
    return (
      <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
        {answer.error.message}
      </EmptyState>
    )
  return (
    <>
      <DataTable
        label="Audit trail"
        {...{ rows, columns, idOf, nameOf }}
        currentId={seq === null ? null : `${seq}`}
        onOpen={open}
        empty={<NothingHappened filter={filter} setFilter={setFilter} />}
      />
      {answer.hasNextPage ? (
        <div className="flex flex-none justify-center border-line border-t py-1.5">
          <Button busy={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            Show 200 older events
          </Button>
        </div>
      ) : null}
    </>
  )
}

function NothingHappened({ filter, setFilter }: Pick<TrailProps, "filter" | "setFilter">) {
  if (isWholeTrail(filter)) return <EmptyState>No events yet.</EmptyState>
  return (
    <EmptyState action={<Button onClick={() => setFilter(wholeTrail)}>Clear filters</Button>}>
      No matching events.
    </EmptyState>
  )
}

type OpenEventProps = { programmeId: string; roadmap: RoadmapView; seq: number; close: () => void }

function OpenEvent({ programmeId, roadmap, seq, close }: OpenEventProps) {
  const { event, names, error } = useEvent(programmeId, seq)
  const naming = useNaming(programmeId, names, roadmap)
  const telling = { naming, today: roadmap.today, timeZone: roadmap.programme.timeZone }
  const row = event ? toldRow(event, telling) : event
  return <EventPanel seq={seq} row={row} problem={error?.message ?? null} onClose={close} />
}
