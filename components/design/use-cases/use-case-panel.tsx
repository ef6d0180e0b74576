import { RecordPanel } from "@/components/records/record-panel"
import { Section } from "@/components/shell/section"
import type { Day } from "@/lib/base/kernel/day"
import { boundObjectIn, objectKinds } from "@/lib/design/use-cases/bound-object"
import { useCaseWords } from "@/lib/design/use-cases/event-words"
import type { RankedLine } from "@/lib/design/use-cases/lines"
import type { CriterionView } from "@/lib/design/use-cases/use-case"
import { PrerequisitesList } from "./prerequisites-list"
import { ScoresPart } from "./scores-part"
import { UseCaseMark } from "./use-case-marks"

type UseCasePanelProps = {
  programmeId: string
  line: RankedLine
  criteria: readonly CriterionView[]
  today: Day
  mayEdit: boolean
  nameOf: (personId: string) => string
  onClose: () => void
  onRemove: () => void
}

/** One use case: what it waits for, its scores, and what it runs on. */
export function UseCasePanel({ line, onClose, onRemove, ...part }: UseCasePanelProps) {
  const { programmeId, today } = part
  return (
    <RecordPanel
      {...{ programmeId, row: line, words: useCaseWords, onClose, onRemove }}
      eyebrow={`Use case ${line.number}`}
      lead={
        <p className="mb-2">
          <UseCaseMark status={line.status} withWord />
        </p>
      }
    >
      <Section title="Prerequisites">
        <PrerequisitesList {...{ line, today }} />
      </Section>
      <ScoresPart {...{ ...part, line }} />
      {line.boundObjects.length > 0 ? (
        <Section title="Runs on">
          <ul>
            {line.boundObjects.map((text) => {
              const object = boundObjectIn(text)
              return (
                <li key={text} className="flex min-h-7 items-baseline gap-2">
                  <span className="flex-none">{object ? objectKinds[object.kind] : "Not recognised"}</span>
                  <span className="min-w-0 flex-1 truncate text-ink-2" title={text}>
                    {object?.id ?? text}
                  </span>
                  <span className="flex-none text-ink-2 text-meta">
                    {object ? (object.workspaceId ? `workspace ${object.workspaceId}` : "workspace not named") : ""}
                  </span>
                </li>
              )
            })}
          </ul>
        </Section>
      ) : null}
    </RecordPanel>
  )
}
