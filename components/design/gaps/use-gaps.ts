"use client"

import { useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { type Lookups, wordsFrom } from "@/components/records/lookups"
import { useRecords } from "@/components/records/use-records"
import { gapLines } from "@/lib/design/gaps/lines"
import { question } from "@/lib/design/gaps/question"
import { getAssessment, listAssessmentSnapshots, listWorkItems } from "@/lib/serve/api/generated/addresses"

/** The assessment as this member sees and changes it, with what follows from its answers and the facts. */
export function useGaps(programmeId: string, lookups: Lookups, snapshotId: string | null) {
  const words = useMemo(() => wordsFrom(lookups), [lookups])
  const list = useRecords({ programmeId, of: question, words })
  const assessment = useAnswer(getAssessment, { programmeId })
  const snapshots = useAnswer(listAssessmentSnapshots, { programmeId })
  const work = useAnswer(listWorkItems, { programmeId })
  const snapshot = snapshots.data?.items.find(({ id }) => id === snapshotId) ?? null
  const items = useMemo(() => new Map(work.data?.items.map((item) => [item.id, item])), [work.data])
  const lines = useMemo(
    () => (assessment.data ? gapLines(list.records, { assessment: assessment.data, snapshot, items }) : []),
    [list.records, assessment.data, snapshot, items],
  )
  const error = list.answer.error ?? assessment.error ?? null
  return { list, words, lines, assessment: assessment.data, snapshots: snapshots.data?.items ?? [], snapshot, error }
}
export type Gaps = ReturnType<typeof useGaps>
