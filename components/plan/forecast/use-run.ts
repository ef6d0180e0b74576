"use client"

import { useContract } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import { runForecast } from "@/lib/serve/api/generated/addresses"

/** Makes a forecast of the plan as it stands; a refusal is said. */
export function useRun(programmeId: string) {
  const run = useContract(runForecast)
  const { show } = useToasts()
  const make = async () => {
    const answer = await run.mutateAsync({ programmeId }).catch(() => null)
    if (!answer) show({ kind: "refused", text: "The forecast failed. Try again." })
    else if (!answer.ok) show({ kind: "refused", text: answer.detail })
  }
  return { make: () => void make(), isRunning: run.isPending }
}
