"use client"

import { type ReactNode, useMemo } from "react"
import { ArchitectureTabs } from "@/components/design/catalogue/architecture-tabs"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import type { Choice } from "@/components/records/lookups"
import { RecordPage } from "@/components/records/record-page"
import {
  type DecisionFields,
  type DecisionLine,
  type DecisionMore,
  type DecisionRefusal,
  type DecisionView,
  decision,
  decisionAddresses,
} from "@/lib/design/decisions/decision"
import type { DecisionDocument } from "@/lib/design/decisions/markdown"
import { isStanding, judgeDecision } from "@/lib/design/decisions/rules"
import { environment } from "@/lib/design/environments/environment"
import { question } from "@/lib/design/gaps/question"
import { landscapeAddresses } from "@/lib/design/landscape/landscape-item"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { addressesOf } from "@/lib/records/addresses"
import { listDecisionsToSign } from "@/lib/serve/api/generated/addresses"
import { decisionColumns } from "./decision-columns"
import { DecisionPanel } from "./decision-panel"
import { MarkdownMenu } from "./markdown-menu"

/** Architecture: what was decided, with the options there were, who agreed and who signed. */
export function DecisionsPage({ programmeId }: { programmeId: string }) {
  const tabs = <ArchitectureTabs programmeId={programmeId} current="decisions" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Architecture: Decisions">
      {(roadmap) => <Decisions {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type DecisionsProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

function Decisions({ programmeId, tabs, roadmap }: DecisionsProps) {
  const lookups = useDecisionLookups(programmeId, roadmap)
  const { people, me } = roadmap
  const columns = useMemo(() => decisionColumns({ people }), [people])
  const lines: readonly DecisionLine[] = useAnswer(decisionAddresses.list, { programmeId }).data?.items ?? none
  const more = useMemo(
    () => new Map(lines.map(({ id, signatures, reviews }) => [id, { signatures, reviews }])),
    [lines],
  )
  const toSign = useAnswer(listDecisionsToSign, { programmeId }).data?.items ?? []
  const adding = useContract(decisionAddresses.add)
  const complete = (item: DecisionView) => ({ ...item, ...(more.get(item.id) ?? nothing) })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  const take = async (documents: readonly DecisionDocument[]) => {
    let added = 0
    for (const { name, context, options, choice, consequences } of documents) {
      const draft = { name: name.slice(0, 200), context, options, choice, consequences }
      if ((await adding.mutateAsync({ programmeId, ...draft })).ok) added += 1
    }
    return added
  }
  const waiting = toSign.filter(({ mySigning }) => mySigning.length > 0).length
  return (
    <RecordPage<DecisionFields, DecisionRefusal, DecisionMore>
      {...{ programmeId, tabs, lookups, columns, complete, of: decision }}
      rule={(before, change) => judgeDecision(before, change, { today: roadmap.today })}
      title="Architecture: Decisions"
      empty="No decision is recorded yet; name the first one in the line above."
      addHint="What is to be decided?"
      draftOf={(name) => ({ name, ownerId: me.personId })}
      narrow={newestFirst}
      bulk={["ownerId", "reviewerIds", "workstreamIds"]}
      actions={(view, records) => (
        <MarkdownMenu
          {...{ programmeId, shown: records, nameOf }}
          opened={records.find(({ id }) => id === view.openId) ?? null}
          onImport={me.may.editComponents ? take : null}
        />
      )}
      above={() => <Sentence {...{ lines, waiting }} />}
      panel={(line, onClose, onRemove) => (
        <DecisionPanel
          {...{ programmeId, line, onClose, onRemove, me: me.personId }}
          toSign={toSign.find(({ decisionId }) => decisionId === line.id) ?? null}
        />
      )}
    />
  )
}
const none: readonly DecisionLine[] = []
const newestFirst = (all: readonly DecisionLine[]) => all.toSorted((a, b) => b.number - a.number)
const nothing: DecisionMore = { signatures: [], reviews: [] }

/** How many stand, and what awaits the member. */
function Sentence({ lines, waiting }: { lines: readonly DecisionLine[]; waiting: number }) {
  if (lines.length === 0) return null
  const inReview = lines.filter(({ status }) => status === "in_review").length
  return (
    <p className="flex-none border-line border-b px-5 py-2.5 max-md:px-4">
      <strong className="font-semibold">
        {lines.filter(isStanding).length} of {lines.length}
      </strong>{" "}
      decisions stand.{" "}
      {inReview > 0 ? (
        <>
          <strong className="font-semibold">{inReview}</strong> {inReview === 1 ? "is" : "are"} in review
          {waiting > 0 ? ", " : "."}
        </>
      ) : null}
      {waiting > 0 ? (
        <span className="text-needs-you">
          {waiting} {waiting === 1 ? "awaits" : "await"} your signature.
        </span>
      ) : null}
    </p>
  )
}

const questionAddresses = addressesOf(question)
const environmentAddresses = addressesOf(environment)

/** What decisions point at beside the plan. */
function useDecisionLookups(programmeId: string, roadmap: RoadmapView) {
  const decisions = useAnswer(decisionAddresses.list, { programmeId }).data?.items
  const questions = useAnswer(questionAddresses.list, { programmeId }).data?.items
  const items = useAnswer(landscapeAddresses.list, { programmeId }).data?.items
  const environments = useAnswer(environmentAddresses.list, { programmeId }).data?.items
  const more = useMemo(
    () => ({
      decision: (decisions ?? []).map(({ id, number, name }): Choice => ({ value: id, label: `${number}. ${name}` })),
      "assessment-question": (questions ?? []).map(choiceOf),
      "landscape-item": (items ?? []).map(choiceOf),
      environment: (environments ?? []).map(choiceOf),
    }),
    [decisions, questions, items, environments],
  )
  return useProgrammeLookups(roadmap, more)
}
const choiceOf = ({ id, name }: { readonly id: string; readonly name: string }): Choice => ({ value: id, label: name })
