"use client"

import { useAnswer, useContract } from "@/components/door/data/use-contract"
import type { Id } from "@/lib/base/kernel/id"
import { changeRaci, listRaci } from "@/lib/serve/api/generated/addresses"
import type { RaciCell, RaciPart } from "@/lib/team/raci"
import { useCellChanges } from "./use-cell-changes"

export type CellChange = {
  readonly workstreamId: Id
  readonly personId: Id
  readonly from: RaciPart | null
  readonly to: RaciPart | null
}

const keyOf = ({ workstreamId, personId }: { workstreamId: Id; personId: Id }) => `${workstreamId} ${personId}`

/** The grid's cells with this tab's own changes, also those under way. */
export function useRaci(programmeId: string) {
  const answer = useAnswer(listRaci, { programmeId })
  const writing = useContract(changeRaci)
  const { pending, change: write } = useCellChanges<CellChange>(
    keyOf,
    (cells) => writing.mutateAsync({ programmeId, cells: [...cells] }),
    answer.refetch,
  )
  const cells: readonly RaciCell[] = [
    ...(answer.data?.items ?? []).filter((cell) => !pending.has(keyOf(cell))),
    ...[...pending.values()].flatMap(({ workstreamId, personId, to }) =>
      to ? [{ workstreamId, personId, part: to }] : [],
    ),
  ]
  /** Writes cells. With a text, says it and offers to undo it. */
  const change = (changes: readonly CellChange[], text?: string): void =>
    write(changes, text, () => change(changes.map((each) => ({ ...each, from: each.to, to: each.from }))))
  return { answer, cells, change, isWriting: writing.isPending }
}
