"use client"

import { useContract } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import type { GapLine } from "@/lib/design/gaps/lines"
import { addGapWork, withdrawGapWork } from "@/lib/serve/api/generated/addresses"

/** Turns gaps into work items and says so, with the way back. */
export function useGapWork(programmeId: string) {
  const adding = useContract(addGapWork)
  const withdrawing = useContract(withdrawGapWork)
  const { show } = useToasts()
  const undo = async (recordIds: string[]) => {
    const answer = await withdrawing.mutateAsync({ programmeId, recordIds })
    if (!answer.ok) show({ kind: "refused", text: answer.detail })
  }
  const run = async (lines: readonly GapLine[]) => {
    const recordIds = lines.filter(({ item, gap }) => !item && gap).map(({ id }) => id)
    if (recordIds.length === 0) return show({ text: "There is no gap without work among these." })
    const answer = await adding.mutateAsync({ programmeId, recordIds })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    const [only] = lines
    const text =
      recordIds.length === 1 && only
        ? `Turned "${only.question.name}" into work`
        : `Turned ${recordIds.length} gaps into work`
    show({ text, undo: () => void undo(recordIds) })
  }
  return { turn: (lines: readonly GapLine[]) => void run(lines), busy: adding.isPending }
}
