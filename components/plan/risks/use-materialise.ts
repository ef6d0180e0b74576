"use client"

import { useContract } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { materialiseRisk } from "@/lib/serve/api/generated/addresses"

/** Converts a risk that happened to an issue and says so, with the way to it. */
export function useMaterialise(programmeId: string, open: (id: string) => void) {
  const materialising = useContract(materialiseRisk)
  const { show } = useToasts()
  const run = async ({ id, version, title }: RegisterLine) => {
    const answer = await materialising.mutateAsync({ programmeId, recordId: id, version })
    if (!answer.ok) return show({ kind: "refused", text: `"${title}": ${answer.detail}` })
    const { issue } = answer.value
    const action = { label: "Open the issue", run: () => open(issue.id) }
    show({ text: `Converted "${title}" to issue ${issue.number}`, action })
  }
  return (line: RegisterLine) => void run(line)
}
