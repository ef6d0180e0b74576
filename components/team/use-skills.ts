"use client"

import { useAnswer, useContract } from "@/components/door/data/use-contract"
import type { Id } from "@/lib/base/kernel/id"
import { changeSkills, listSkills } from "@/lib/serve/api/generated/addresses"
import type { Held } from "@/lib/team/skill"
import { useCellChanges } from "./use-cell-changes"

type Change = {
  readonly personId: Id
  readonly skillKey: string
  readonly from: number | null
  readonly to: number | null
}
const keyOf = ({ personId, skillKey }: { personId: Id; skillKey: string }) => `${personId} ${skillKey}`

/** What people have, with this tab's own changes, also those under way. */
export function useSkills(programmeId: string) {
  const answer = useAnswer(listSkills, { programmeId })
  const writing = useContract(changeSkills)
  const { pending, change } = useCellChanges<Change>(
    keyOf,
    (cells) => writing.mutateAsync({ programmeId, cells: [...cells] }),
    answer.refetch,
  )
  const held: readonly Held[] = [
    ...(answer.data?.held ?? []).filter((each) => !pending.has(keyOf(each))),
    ...[...pending.values()].flatMap(({ personId, skillKey, to }) =>
      to === null ? [] : [{ personId, skillKey, level: to }],
    ),
  ]
  return { answer, held, change: (one: Change) => change([one]) }
}
