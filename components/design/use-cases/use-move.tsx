import { type ReactNode, useMemo, useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { useToasts } from "@/components/ui/toasts"
import type { RankedLine } from "@/lib/design/use-cases/lines"
import { movedScores } from "@/lib/design/use-cases/ranking"
import type { CriterionView } from "@/lib/design/use-cases/use-case"
import { scoreUseCase } from "@/lib/serve/api/generated/addresses"
import type { Moved } from "./value-matrix"

/** A dot that was moved: which scores it would take, and the way to give them. */
export function useMove(
  programmeId: string,
  byId: ReadonlyMap<string, RankedLine>,
  criteria: readonly CriterionView[],
) {
  const [moved, setMoved] = useState<Moved | null>(null)
  const scoring = useContract(scoreUseCase)
  const { show } = useToasts()
  const line = moved ? byId.get(moved.id) : undefined
  const changes = useMemo(() => {
    if (!moved || !line) return []
    const before = new Map(line.scores.map(({ criterionId, value }) => [criterionId, value]))
    const after = [
      ...movedScores(before, criteria, "value", moved.value),
      ...movedScores(before, criteria, "effort", moved.effort),
    ]
    return after.flatMap(([id, exact]) => {
      const value = Math.round(exact * 10) / 10
      const name = criteria.find((each) => each.id === id)?.name ?? ""
      return before.get(id) === value ? [] : [{ id, name, from: before.get(id) ?? null, value }]
    })
  }, [moved, line, criteria])
  const give = async () => {
    if (!line) return
    const scores = changes.map(({ id, value }) => ({ criterionId: id, value }))
    const result = await scoring.mutateAsync({ programmeId, recordId: line.id, scores })
    show(result.ok ? { text: `Scored ${line.name}` } : { kind: "refused", text: result.detail })
    if (result.ok) setMoved(null)
  }
  const preview: ReactNode =
    line && changes.length > 0 ? (
      <div className="flex-none border-line border-b px-5 py-2 max-md:px-4">
        <InlineNotice
          kind="info"
          action={
            <span className="flex flex-none gap-2">
              <Button variant="primary" busy={scoring.isPending} onClick={() => void give()}>
                Save scores
              </Button>
              <Button onClick={() => setMoved(null)}>Cancel</Button>
            </span>
          }
        >
          {line.name}: {changes.map(({ name, from, value }) => `${name} ${from ?? "–"} → ${value}`).join(", ")}
        </InlineNotice>
      </div>
    ) : null
  return { propose: setMoved, preview }
}
