"use client"

import { ProjectFileMenu } from "@/components/plan/exchange/project-file-menu"
import { FilterButton } from "@/components/plan/roadmap/filter-button"
import { FilterChips } from "@/components/plan/roadmap/filter-chips"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Button } from "@/components/ui/button"
import { Pill } from "@/components/ui/pill"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import type { SheetOptions } from "@/lib/plan/timeline/sheet"
import { BaselineButton } from "./baseline-button"
import type { PlanChanges } from "./changes/use-plan-changes"
import { ExportMenu } from "./export/export-menu"
import type { Overlay } from "./use-over"
import type { ViewInAddress } from "./use-timeline-view"
import { ViewMenu } from "./view-menu"

type TimelineActionsProps = {
  readonly work: Work
  readonly view: ViewInAddress
  readonly overlay: Overlay
  readonly changes: PlanChanges
  readonly model: TimelineModel
  readonly toToday: () => void
  readonly sheetOptions: () => SheetOptions
}

/** What can be done on the page, at the right of its bar. */
export function TimelineActions(props: TimelineActionsProps) {
  const { work, view, overlay, changes, model, toToday, sheetOptions } = props
  const { roadmap, programmeId } = work
  const mayEdit = roadmap.me.may.editPlan
  const driven = roadmap.gates.find(({ key }) => key === view.path)
  return (
    <>
      <FilterChips filter={view.filter} roadmap={roadmap} onChange={view.setFilter} />
      {driven ? (
        <Pill onRemove={() => view.setPath(null)} removeLabel="Show the whole plan">
          driving path to {driven.name}
        </Pill>
      ) : null}
      {view.look === "chart" ? (
        <Button kbd="T" onClick={toToday}>
          Today
        </Button>
      ) : null}
      <FilterButton roadmap={roadmap} filter={view.filter} onFilter={view.setFilter} />
      <BaselineButton
        {...{ programmeId, mayEdit, today: roadmap.today }}
        baselines={overlay.baselines}
        baseline={overlay.baseline}
        onChoose={view.setBaseline}
      />
      <ViewMenu view={view} changes={changes} gates={roadmap.gates} />
      <ExportMenu model={model} options={sheetOptions} />
      <ProjectFileMenu programmeId={programmeId} mayImport={mayEdit} />
    </>
  )
}
