"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { recordSeq } from "@/components/door/data/freshness"
import { answerKey, useAnswer } from "@/components/door/data/use-contract"
import { call } from "@/lib/door/call"
import type { OverviewView } from "@/lib/reports/views"
import { getOverview, recordVisit } from "@/lib/serve/api/generated/addresses"

/** The overview as the page brought it, kept fresh from then on. Notes that it was looked at. */
export function useOverview(programmeId: string, brought: OverviewView): OverviewView {
  const client = useQueryClient()
  const [seq] = useState(() => {
    client.setQueryData(answerKey(getOverview, { programmeId }), brought)
    recordSeq(brought, brought.seq)
    return brought.seq
  })
  useEffect(() => {
    void call(recordVisit, { programmeId, seq })
  }, [programmeId, seq])
  return useAnswer(getOverview, { programmeId }).data ?? brought
}
