import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { sayDay } from "@/components/ui/day-text"
import { NumberField } from "@/components/ui/number-field"
import { useToasts } from "@/components/ui/toasts"
import type { Day } from "@/lib/base/kernel/day"
import type { CriterionView, UseCaseLine } from "@/lib/design/use-cases/use-case"
import { listUseCaseScores, scoreUseCase } from "@/lib/serve/api/generated/addresses"

type ScoresPartProps = {
  programmeId: string
  line: UseCaseLine
  criteria: readonly CriterionView[]
  mayEdit: boolean
  nameOf: (personId: string) => string
  today: Day
}

/** The scores of a use case by each criterion, and who gave them when. */
export function ScoresPart({ programmeId, line, criteria, mayEdit, nameOf, today }: ScoresPartProps) {
  const scoring = useContract(scoreUseCase)
  const history = useAnswer(listUseCaseScores, { programmeId, recordId: line.id }).data?.items ?? []
  const { show } = useToasts()
  const give = async (criterionId: string, value: number | null) => {
    if (value === null) return
    const result = await scoring.mutateAsync({ programmeId, recordId: line.id, scores: [{ criterionId, value }] })
    if (!result.ok) show({ kind: "refused", text: result.detail })
  }
  return (
    <Section title="Scores" action={<span className="text-ink-2 text-meta">1 to 5</span>}>
      {criteria.map(({ id, name, meaning }) => {
        const score = line.scores.find(({ criterionId }) => criterionId === id)
        const earlier = history.filter(({ criterionId }) => criterionId === id).length - 1
        return (
          <div key={id} className="flex min-h-8 items-center gap-3" title={meaning}>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="flex-none truncate text-ink-2 text-meta">
              {score ? `${nameOf(score.personId)}, ${sayDay(score.at.slice(0, 10), today)}` : "not scored"}
              {earlier > 0 ? `, ${earlier} before` : ""}
            </span>
            <span className="w-16 flex-none">
              {mayEdit ? (
                <NumberField
                  key={score?.value ?? "none"}
                  label={`${name} of ${line.name}`}
                  hideLabel
                  min={1}
                  max={5}
                  step={0.5}
                  value={score?.value ?? null}
                  onCommit={(value) => void give(id, value)}
                />
              ) : (
                <span className="block text-right">{score?.value ?? "–"}</span>
              )}
            </span>
          </div>
        )
      })}
    </Section>
  )
}
