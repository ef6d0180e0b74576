"use client"

import { useMemo } from "react"
import { SidePanel } from "@/components/shell/side-panel"
import { noFilter } from "@/lib/plan/roadmap/filter"
import { byRank } from "@/lib/plan/roadmap/order"
import { type WorkTree, workTree } from "@/lib/plan/roadmap/tree"
import type { WorkRow } from "@/lib/plan/roadmap/tree-rows"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { StagePanel, WorkstreamPanel } from "./panel/group-panels"
import { ItemPanel } from "./panel/item-panel"
import type { OpenRecord } from "./use-open-record"
import type { Work } from "./use-work"
import { useJudgedChecks } from "./use-work-tree"

type RecordPanelProps = { work: Work; tree: WorkTree; record: OpenRecord }

/** The panel of the record in the address, also when a filter hides its row. */
export function RecordPanel({ work, tree, record }: RecordPanelProps) {
  const row = useRow(work, tree, record.id)
  const { kind, id, open, close } = record
  if (kind === null || id === null) return null
  const follow = (end: LinkView["from"]) => {
    if (end.kind !== "gate") open(end.kind, end.id)
  }
  if (row?.kind === "item") return <ItemPanel row={row} onClose={close} onOpen={follow} />
  if (row?.kind === "workstream") return <WorkstreamPanel row={row} onClose={close} onOpen={follow} />
  if (row?.kind === "stage") return <StagePanel row={row} onClose={close} />
  return (
    <SidePanel recordId={id} title="Not found" onClose={close}>
      <p className="text-ink-2">It may have been removed, or the link is wrong.</p>
    </SidePanel>
  )
}

const everything = { filter: noFilter, order: byRank, draft: null }

/** The row of a record: the one on screen, or as it would be without a filter. */
function useRow(work: Work, tree: WorkTree, id: string | null): WorkRow | undefined {
  const checks = useJudgedChecks(work.programmeId)
  const shown = id === null ? undefined : tree.byId.get(id)
  const { roadmap, items, plan, saving, contested } = work
  const isHidden = id !== null && shown === undefined
  const hidden = useMemo(
    () => (isHidden ? workTree({ roadmap, items, plan, checks }, { ...everything, saving, contested }) : null),
    [isHidden, roadmap, items, plan, checks, saving, contested],
  )
  return shown ?? (id === null ? undefined : hidden?.byId.get(id))
}
