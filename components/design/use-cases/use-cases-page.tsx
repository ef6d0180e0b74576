"use client"

import { useMemo } from "react"
import { StampButton } from "@/components/design/templates/stamp-button"
import { useContract } from "@/components/door/data/use-contract"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { RankedLine } from "@/lib/design/use-cases/lines"
import { judgeUseCase } from "@/lib/design/use-cases/rules"
import {
  type UseCaseFields,
  type UseCaseLine,
  type UseCaseMore,
  type UseCaseRefusal,
  type UseCaseView,
  useCase,
} from "@/lib/design/use-cases/use-case"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { startUseCaseCriteria } from "@/lib/serve/api/generated/addresses"
import { registerColumns } from "./use-case-columns"
import { UseCaseFacing } from "./use-case-facing"
import { UseCasePanel } from "./use-case-panel"
import { UseCasesSentence } from "./use-cases-sentence"
import { useMove } from "./use-move"
import { useRanked } from "./use-ranked"
import { useUseCaseLookups } from "./use-use-case-lookups"
import { WeightsBand } from "./weights-band"

/** What the platform shall be used for: a register and a matrix of the same rows. */
export function UseCasesPage({ programmeId }: { programmeId: string }) {
  return (
    <WithRoadmap {...{ programmeId, tabs: null }} title="Use cases">
      {(roadmap) => <UseCases {...{ programmeId, roadmap }} />}
    </WithRoadmap>
  )
}

type UseCasesProps = { programmeId: string; roadmap: RoadmapView }
type Shown = "register" | "both" | "matrix"

function UseCases({ programmeId, roadmap }: UseCasesProps) {
  const { people, today, me } = roadmap
  const [query, change] = useQueryOfPage()
  const { lines, criteria, ranked, tried, weigh } = useRanked(programmeId)
  const lookups = useUseCaseLookups(programmeId, roadmap, lines)
  const byId = useMemo(() => new Map(ranked.lines.map((line) => [line.id, line])), [ranked])
  const columns = useMemo(() => registerColumns(byId, today), [byId, today])
  const showsWeights = query.get("weights") === "1"
  const toggle = () => change({ weights: showsWeights ? null : "1" })
  useShortcut("v", "Weights", toggle)
  const shown: Shown =
    query.get("show") === "register" ? "register" : query.get("show") === "matrix" ? "matrix" : "both"
  const mayEdit = me.may.editComponents
  const moving = useMove(programmeId, byId, criteria)
  const complete = (item: UseCaseView): UseCaseLine => ({ ...pick(byId.get(item.id)), ...item })
  const chosen = byId.get(query.get("open") ?? "") ?? null
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "Removed"
  const part = { programmeId, criteria, today, mayEdit, nameOf }
  return (
    <RecordPage<UseCaseFields, UseCaseRefusal, UseCaseMore>
      {...{ programmeId, lookups, columns, complete, of: useCase, rule: judgeUseCase }}
      title="Use cases"
      tabs={null}
      empty="No use case yet; write down the first idea in the line above."
      addHint="What could the platform be used for?"
      draftOf={(name) => ({ name })}
      bulk={["status", "ownerId", "gateIds", "stageIds"]}
      {...(me.may.editWork === "yes"
        ? {
            bulkMore: (rows: readonly UseCaseLine[]) => (
              <StampButton {...{ programmeId, subjectIds: rows.map(({ id }) => id), kinds: ["use-case"] }} />
            ),
          }
        : {})}
      narrow={byRank(byId)}
      actions={() => (
        <>
          <SegmentedControl
            label="Show"
            value={shown}
            options={[
              { value: "register", label: "Register" },
              { value: "both", label: "Both" },
              { value: "matrix", label: "Matrix" },
            ]}
            onChange={(next) => change({ show: next === "both" ? null : next })}
          />
          <Button onClick={toggle} aria-pressed={showsWeights}>
            Weights
          </Button>
        </>
      )}
      above={() => (
        <>
          {criteria.length === 0 && mayEdit ? <StartCriteria programmeId={programmeId} /> : null}
          {showsWeights && criteria.length > 0 ? (
            <WeightsBand
              {...{ criteria, tried }}
              onTry={weigh.attempt}
              onKeep={mayEdit ? () => void weigh.keep() : null}
              onReset={weigh.reset}
            />
          ) : null}
          <UseCasesSentence ranked={ranked} />
          {moving.preview}
        </>
      )}
      {...(shown === "register"
        ? {}
        : {
            facing: () => (
              <UseCaseFacing
                {...{ lines: ranked.lines, chosen, today, alone: shown === "matrix" }}
                onChoose={(open) => change({ open })}
                onMove={mayEdit ? moving.propose : null}
              />
            ),
          })}
      panel={(line, onClose, onRemove) => (
        <UseCasePanel {...{ ...part, onClose, onRemove }} line={{ ...(byId.get(line.id) ?? bare), ...line }} />
      )}
    />
  )
}

const bare = { figures: null, stability: null, shownPlace: null }
const unknown: UseCaseMore = { scores: [], waitsFor: [], earliest: null }
const pick = (line: UseCaseMore | undefined): UseCaseMore =>
  line ? { scores: line.scores, waitsFor: line.waitsFor, earliest: line.earliest } : unknown

/** Best first, as the ranking says; a sort of the table's own comes on top of it. */
const byRank =
  (byId: ReadonlyMap<string, RankedLine>) =>
  <Line extends { readonly id: string }>(records: readonly Line[]): readonly Line[] => {
    const place = new Map([...byId.keys()].map((id, at) => [id, at]))
    return records.toSorted((a, b) => (place.get(a.id) ?? 1e9) - (place.get(b.id) ?? 1e9))
  }

function StartCriteria({ programmeId }: { programmeId: string }) {
  const starting = useContract(startUseCaseCriteria)
  return (
    <p className="flex flex-none items-center gap-3 border-line border-b px-5 py-2 max-md:px-4">
      There are no criteria yet to rank use cases by.
      <Button busy={starting.isPending} onClick={() => void starting.mutateAsync({ programmeId })}>
        Start with seven criteria
      </Button>
    </p>
  )
}
