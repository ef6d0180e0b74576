"use client"

import { LaterPanel } from "@/components/plan/roadmap/lazy-panel"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useOpenRecord } from "@/components/plan/roadmap/use-open-record"
import type { Work } from "@/components/plan/roadmap/use-work"
import { BaselineButton } from "@/components/plan/timeline/baseline-button"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import type { ProgressView as Progress } from "@/lib/plan/quality/progress-contract"
import { sayEarned } from "@/lib/plan/quality/say-earned"
import type { BaselineView } from "@/lib/plan/roadmap/timeline-contract"
import { noTree } from "@/lib/plan/roadmap/tree"
import { EarnedFigures } from "./earned-figures"
import { SCurve } from "./s-curve"
import { VarianceTable } from "./variance-table"

type ProgressViewProps = { work: Work; progress: Progress; baselines: readonly BaselineView[] }

/** The page once its answers are there. */
export function ProgressView({ work, progress, baselines }: ProgressViewProps) {
  const { roadmap, programmeId } = work
  const record = useOpenRecord()
  const [, change] = useQueryOfPage()
  const { baseline, earned, variance } = progress
  const { today } = roadmap
  return (
    <>
      <PageBar
        title="Roadmap: Progress"
        tabs={<RoadmapTabs programmeId={programmeId} page="progress" />}
        asOf={`as of ${sayDay(progress.statusDay, today)}`}
        actions={
          <BaselineButton
            {...{ programmeId, today, baselines }}
            mayEdit={roadmap.me.may.editPlan}
            baseline={baselines.find(({ id }) => id === baseline?.id) ?? null}
            onChoose={(id) => change({ baseline: id === "none" ? null : id })}
          />
        }
      />
      <PageBody panel={record.id === null ? null : <LaterPanel work={work} tree={noTree} record={record} />}>
        {!baseline ? (
          <EmptyState>Set a baseline of the plan to see how work progresses against it.</EmptyState>
        ) : (
          <>
            <p className="px-5 pt-4 pb-1 font-semibold text-pretty max-md:px-4">
              {earned ? sayEarned(earned) : `No work of ${baseline.name} is left in the plan.`}
            </p>
            {earned ? (
              <>
                <EarnedFigures earned={earned} />
                <SCurve earned={earned} today={today} baseline={baseline.name} statusDay={progress.statusDay} />
              </>
            ) : null}
            <VarianceTable lines={variance} today={today} baseline={baseline.name} onOpen={record.open} />
          </>
        )}
      </PageBody>
    </>
  )
}
