"use client"

import { PageBar, PageBody } from "@/components/shell/page-bar"
import { ShortageLine } from "@/components/team/shortage-line"
import type { OverviewView } from "@/lib/reports/views"
import { sayMoment } from "@/lib/reports/words"
import { AnswerSentence } from "./answer-sentence"
import { AskList } from "./ask-list"
import { ChangeList } from "./change-list"
import { ChecklistLines } from "./checklist-lines"
import { KpiStrip } from "./kpi-strip"
import { PhaseStrip } from "./phase-strip"
import { RagStrip } from "./rag-strip"
import { RiskList } from "./risk-list"
import { StageBars } from "./stage-bars"
import { useOverview } from "./use-overview"
import { WaitingList } from "./waiting-list"

type OverviewProps = { programmeId: string; brought: OverviewView }

/** The first page of a programme: where it stands, per stage and phase, what changed, what waits, what is proved. */
export function Overview({ programmeId, brought }: OverviewProps) {
  const view = useOverview(programmeId, brought)
  const { today } = view
  return (
    <>
      <PageBar
        title="Overview"
        meta={view.position}
        asOf={`last change ${sayMoment(view.lastChange, view.timeZone, today)}`}
      />
      <PageBody>
        <div className="flex min-h-full flex-col">
          <AnswerSentence programmeId={programmeId} pieces={view.answer} basis={view.basis} />
          <ShortageLine programmeId={programmeId} />
          <RagStrip programmeId={programmeId} rag={view.rag} today={today} />
          <PhaseStrip programmeId={programmeId} phases={view.phases} today={today} />
          <KpiStrip programmeId={programmeId} today={today} currency={view.currency} />
          <div className="grid flex-1 grid-cols-[1.06fr_1fr] max-lg:flex max-lg:flex-none max-lg:flex-col max-lg:pb-6">
            <div className="min-w-0 pb-3 max-lg:contents">
              <StageBars programmeId={programmeId} stages={view.stages} className="max-lg:order-5" />
              <ChecklistLines programmeId={programmeId} lines={view.checklist} className="max-lg:order-4" />
            </div>
            <div className="min-w-0 border-line border-l pb-3 max-lg:contents">
              <AskList programmeId={programmeId} today={today} className="max-lg:order-1" />
              <WaitingList programmeId={programmeId} waiting={view.waiting} className="max-lg:order-2" />
              <ChangeList programmeId={programmeId} changes={view.changes} today={today} className="max-lg:order-3" />
              <RiskList programmeId={programmeId} risks={view.risks} className="max-lg:order-6" />
            </div>
          </div>
        </div>
      </PageBody>
    </>
  )
}
