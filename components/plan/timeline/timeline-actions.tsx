"use client"

import { ProjectFileMenu } from "@/components/plan/exchange/project-file-menu"
import { FilterButton } from "@/components/plan/roadmap/filter-button"
import { FilterChips } from "@/components/plan/roadmap/filter-chips"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Button } from "@/components/ui/button"
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
  return (
    <>
      <FilterChips filter={view.filter} roadmap={roadmap} onChange={view.setFilter} />
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
      <ViewMenu view={view} changes={changes} />
      <ExportMenu model={model} options={sheetOptions} />
      <ProjectFileMenu programmeId={programmeId} mayImport={mayEdit} />
    </>
  )
}
