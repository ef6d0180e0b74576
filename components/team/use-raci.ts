"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import type { Id } from "@/lib/base/kernel/id"
import { changeRaci, listRaci } from "@/lib/serve/api/generated/addresses"
import type { RaciCell, RaciPart } from "@/lib/team/raci"

export type CellChange = {
  readonly workstreamId: Id
  readonly personId: Id
  readonly from: RaciPart | null
  readonly to: RaciPart | null
}

const keyOf = ({ workstreamId, personId }: { workstreamId: Id; personId: Id }) => `${workstreamId} ${personId}`

/** The grid's cells: a change shows at once, goes one after the other, and is taken back where it is refused. */
export function useRaci(programmeId: string) {
  const answer = useAnswer(listRaci, { programmeId })
  const writing = useContract(changeRaci)
  const toasts = useToasts()
  const [pending, setPending] = useState<ReadonlyMap<string, CellChange>>(new Map())
  const saved = answer.data?.items ?? []
  const cells: readonly RaciCell[] = [
    ...saved.filter((cell) => !pending.has(keyOf(cell))),
    ...[...pending.values()].flatMap(({ workstreamId, personId, to }) =>
      to ? [{ workstreamId, personId, part: to }] : [],
    ),
  ]
  /** Writes cells. With a text, says it and offers to undo it. */
  const change = async (changes: readonly CellChange[], text?: string): Promise<void> => {
    setPending((was) => new Map([...was, ...changes.map((each) => [keyOf(each), each] as const)]))
    const result = await writing.mutateAsync({ programmeId, cells: [...changes] })
    await answer.refetch()
    setPending((was) => {
      const left = new Map(was)
      for (const each of changes) if (left.get(keyOf(each)) === each) left.delete(keyOf(each))
      return left
    })
    if (!result.ok) return toasts.show({ kind: "refused", text: result.detail })
    if (text)
      toasts.show({ text, undo: () => void change(changes.map((each) => ({ ...each, from: each.to, to: each.from }))) })
  }
  return { answer, cells, change, isWriting: writing.isPending }
}
