"use client"

import { useQueryClient } from "@tanstack/react-query"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { useToasts } from "@/components/ui/toasts"
import { type CallResult, call } from "@/lib/door/call"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { getWorkItem, moveInBacklog, planSprint } from "@/lib/serve/api/generated/addresses"
import { stepTarget } from "@/lib/work/backlog-order"
import type { SprintView } from "@/lib/work/sprint"
import type { SprintWork } from "./with-work"

const once = () => ({ idempotencyKey: crypto.randomUUID() })

/** What the pages of Work write: each answer makes what is on screen fresh, each refusal is said. */
export function usePlanning({ programmeId }: Pick<SprintWork, "programmeId">) {
  const client = useQueryClient()
  const toasts = useToasts()
  /** Settles an answer; false where it was refused. */
  const settle = (answer: CallResult<unknown>): boolean => {
    if (!answer.ok) {
      toasts.show({ kind: "refused", text: answer.detail })
      return false
    }
    if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
    void refetchStale(client, programmeId)
    return true
  }
  return {
    settle,
    /** Moves an item one visible row up or down in the backlog. */
    rank: async (shown: readonly WorkItemView[], item: WorkItemView, step: 1 | -1) => {
      const afterId = stepTarget(shown, item.id, step)
      if (afterId === undefined) return
      settle(await call(moveInBacklog, { programmeId, workItemId: item.id, version: item.version, afterId }, once()))
    },
    /** Puts an item in a sprint as it stands now. */
    putInLatest: async (sprint: SprintView, workItemId: string) => {
      const latest = await call(getWorkItem, { programmeId, workItemId })
      if (!latest.ok) return settle(latest)
      const put = [{ id: workItemId, version: latest.value.item.version }]
      return settle(await call(planSprint, { programmeId, recordId: sprint.id, put, out: [] }, once()))
    },
  }
}
