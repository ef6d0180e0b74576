import { useMemo, useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import { rankedLines } from "@/lib/design/use-cases/lines"
import type { Weighted } from "@/lib/design/use-cases/ranking"
import {
  type CriterionView,
  criterionAddresses,
  type UseCaseLine,
  useCaseAddresses,
} from "@/lib/design/use-cases/use-case"

const none: readonly never[] = []

/** Use cases under the weights that are kept, or tried. */
export function useRanked(programmeId: string) {
  const lines: readonly UseCaseLine[] = useAnswer(useCaseAddresses.list, { programmeId }).data?.items ?? none
  const criteria: readonly CriterionView[] = useAnswer(criterionAddresses.list, { programmeId }).data?.items ?? none
  const [tried, setTried] = useState<ReadonlyMap<string, number>>(new Map())
  const changing = useContract(criterionAddresses.change)
  const { show } = useToasts()
  const weighted = useMemo(
    () => criteria.map(({ id, side, weight }): Weighted => ({ id, side, weight: tried.get(id) ?? weight })),
    [criteria, tried],
  )
  const ranked = useMemo(() => rankedLines(lines, weighted, programmeId), [lines, weighted, programmeId])
  const keep = async () => {
    for (const { id, version, weight: was } of criteria) {
      const weight = tried.get(id)
      if (weight === undefined || weight === was) continue
      const result = await changing.mutateAsync({ programmeId, recordId: id, version, weight })
      if (!result.ok) return show({ kind: "refused", text: result.detail })
    }
    setTried(new Map())
    show({ text: "Saved the weights" })
  }
  return {
    ...{ lines, criteria, ranked, tried },
    weigh: {
      attempt: (id: string, weight: number) => setTried((was) => new Map(was).set(id, weight)),
      reset: () => setTried(new Map()),
      keep,
    },
  }
}
