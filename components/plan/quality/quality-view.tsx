"use client"

import { LaterPanel } from "@/components/plan/roadmap/lazy-panel"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useOpenRecord } from "@/components/plan/roadmap/use-open-record"
import type { Work } from "@/components/plan/roadmap/use-work"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import type { QualityView as Quality } from "@/lib/plan/quality/contract"
import { sayPoints } from "@/lib/plan/quality/say-point"
import { noTree } from "@/lib/plan/roadmap/tree"
import { whyNoPlan } from "../roadmap/why-no-plan"
import { PlanSettings } from "./plan-settings"
import { PointTable } from "./point-table"
import { SequencePart } from "./sequence-part"

/** The page once its answers are there. */
export function QualityView({ work, quality }: { work: Work; quality: Quality }) {
  const { roadmap, programmeId } = work
  const record = useOpenRecord()
  const [query, change] = useQueryOfPage()
  const { baseline, noDates } = quality
  const asOf = `as of ${sayDay(quality.statusDay, roadmap.today)}`
  return (
    <>
      <PageBar
        title="Roadmap: Quality"
        tabs={<RoadmapTabs programmeId={programmeId} page="quality" />}
        asOf={baseline ? `${asOf}, baseline ${baseline.name}` : `${asOf}, no baseline`}
        actions={roadmap.me.may.manage ? <PlanSettings programme={roadmap.programme} /> : null}
      />
      <PageBody panel={record.id === null ? null : <LaterPanel work={work} tree={noTree} record={record} />}>
        {noDates ? (
          <EmptyState>{whyNoPlan[noDates]}</EmptyState>
        ) : (
          <>
            <p className="px-5 pt-4 pb-3 max-md:px-4">
              <span className="font-semibold">{sayPoints(quality.items)}</span>{" "}
              <span className="text-ink-2">Milestones, summaries and work of phases without a gate are left out.</span>
            </p>
            <PointTable
              work={work}
              points={quality.items}
              openKey={query.get("point")}
              onToggle={(point) => change({ point })}
              onOpen={record.open}
            />
            <SequencePart work={work} lines={quality.outOfSequence} onOpen={record.open} />
          </>
        )}
      </PageBody>
    </>
  )
}
