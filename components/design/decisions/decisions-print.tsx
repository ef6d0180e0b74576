"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import { Markdown } from "@/components/ui/markdown"
import { type DecisionLine, decisionAddresses, statusNames } from "@/lib/design/decisions/decision"
import { optionsIn } from "@/lib/design/decisions/options"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { nameOfSigner } from "./decision-marks"
import { OptionList } from "./option-list"

/** Decisions for paper: all, or the one that the address names. */
export function DecisionsPrint({ programmeId }: { programmeId: string }) {
  return (
    <WithRoadmap programmeId={programmeId} tabs={null} title="Decisions">
      {(roadmap) => <Print {...{ programmeId, roadmap }} />}
    </WithRoadmap>
  )
}

function Print({ programmeId, roadmap }: { programmeId: string; roadmap: RoadmapView }) {
  const answer = useAnswer(decisionAddresses.list, { programmeId })
  const [query] = useQueryOfPage()
  const only = query.get("only")
  const all: readonly DecisionLine[] = answer.data?.items ?? []
  const lines = all.filter(({ id }) => only === null || id === only).toSorted((a, b) => a.number - b.number)
  const nameOf = (id: string | null) => roadmap.people.find((person) => person.id === id)?.name ?? "no one"
  return (
    <>
      <PageBar
        title={only === null ? "Decisions" : "Decision"}
        actions={
          <Button variant="primary" icon="download" onClick={() => window.print()}>
            Print
          </Button>
        }
      />
      <PageBody>
        {lines.length === 0 ? <EmptyState>No decision is recorded yet.</EmptyState> : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section tabIndex={0} aria-label="Decisions">
          {lines.map((line) => (
            <article key={line.id} className="max-w-3xl break-after-page border-line border-b px-5 py-6 last:border-0">
              <p className="text-ink-2 text-meta">
                Decision {line.number} · {statusNames[line.status]}
                {line.day === null ? "" : ` ${sayDay(line.day)}`} · {nameOf(line.ownerId)}
              </p>
              <h2 className="mb-3 text-title">{line.name}</h2>
              <Part title="Context" text={line.context} />
              {line.options === "" ? null : (
                <>
                  <h3 className="mt-4 mb-1">Options</h3>
                  <OptionList options={optionsIn(line.options)} chosen={line.choice} onChoose={null} />
                </>
              )}
              <Part title="Consequences" text={line.consequences} />
              {line.signers.length === 0 ? null : <h3 className="mt-4 mb-1">Signatures</h3>}
              {line.signers.map((key) => {
                const given = line.signatures.find(({ responsibility }) => responsibility === key)
                return (
                  <p key={key}>
                    {nameOfSigner(key)}:{" "}
                    {given ? `${nameOf(given.personId)}, ${sayDay(given.signedAt.slice(0, 10))}` : "not signed"}
                  </p>
                )
              })}
            </article>
          ))}
        </section>
      </PageBody>
    </>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === "") return null
  return (
    <>
      <h3 className="mt-4 mb-1">{title}</h3>
      <Markdown source={text} />
    </>
  )
}
