"use client"

import { useContract } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import type { RunView } from "@/lib/platform/connection/contract"
import { cancelConnectionRun, startConnectionRun } from "@/lib/serve/api/generated/addresses"

/** The hands that start and stop fetching; a refusal is said where messages are said. */
export function useRunActs(programmeId: string, note: (run: RunView) => void) {
  const starting = useContract(startConnectionRun)
  const stopping = useContract(cancelConnectionRun)
  const toasts = useToasts()
  const start = async (connectionId: string): Promise<void> => {
    const result = await starting.mutateAsync({ programmeId, connectionId })
    if (result.ok) note(result.value)
    else toasts.show({ text: result.detail, kind: "refused" })
  }
  const stop = async (runId: string): Promise<void> => {
    const result = await stopping.mutateAsync({ programmeId, runId })
    if (result.ok) note(result.value)
    else toasts.show({ text: result.detail, kind: "refused" })
  }
  return { start, stop, busy: starting.isPending || stopping.isPending }
}
export type RunActs = ReturnType<typeof useRunActs>
