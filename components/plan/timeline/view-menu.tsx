"use client"

import { Button } from "@/components/ui/button"
import { Menu, type MenuEntry } from "@/components/ui/menu"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { GateView } from "@/lib/plan/roadmap/views"
import type { PlanChanges } from "./changes/use-plan-changes"
import type { ZoomChoice } from "./scene"
import type { ViewInAddress } from "./use-timeline-view"

const zoomNames: Readonly<Record<ZoomChoice, string>> = {
  day: "Days",
  week: "Weeks",
  month: "Months",
  quarter: "Quarters",
  fit: "Fit",
}
const choices = ["day", "week", "month", "quarter", "fit"] as const

type ViewMenuProps = { view: ViewInAddress; changes: PlanChanges; gates: readonly GateView[] }

/** The look (chart or table), the zoom, and what is drawn. */
export function ViewMenu({ view, changes, gates }: ViewMenuProps) {
  return (
    <>
      {view.look === "chart" ? (
        <Menu
          label="Zoom"
          align="end"
          trigger={(props) => (
            <Button {...props} aria-label={`Zoom: ${zoomNames[view.zoom]}`}>
              {zoomNames[view.zoom]}
            </Button>
          )}
          entries={choices.map((zoom) => ({
            ...{
              id: zoom,
              label: zoom === "fit" ? "Fit plan" : zoomNames[zoom],
              checked: view.zoom === zoom,
            },
            onSelect: () => view.setZoom(zoom),
          }))}
        />
      ) : null}
      <Menu
        label="View"
        align="end"
        trigger={(props) => <Button {...props}>View</Button>}
        entries={[
          {
            id: "critical",
            label: "Critical path only",
            checked: view.criticalOnly,
            onSelect: () => view.setCritical(!view.criticalOnly),
          },
          ...gates.flatMap(({ key, name, passedAt }) =>
            passedAt === null
              ? [
                  {
                    ...{ id: `path ${key}`, label: `Driving path to ${name}`, checked: view.path === key },
                    onSelect: () => view.setPath(view.path === key ? null : key),
                  },
                ]
              : [],
          ),
          { id: "links", label: "Dependencies", checked: view.links, onSelect: () => view.setLinks(!view.links) },
          { kind: "separator", id: "folds" },
          { id: "open", label: "Expand all workstreams", onSelect: () => view.setOpenAll(true) },
          { id: "close", label: "Collapse all workstreams", onSelect: () => view.setOpenAll(false) },
          ...historyOf(changes),
        ]}
      />
      <SegmentedControl
        label="View as"
        value={view.look}
        options={[
          { value: "chart", label: "Chart" },
          { value: "table", label: "Table" },
        ]}
        onChange={view.setLook}
      />
    </>
  )
}

/** Only what can be taken back or done again. */
function historyOf({ undoes, redoes, undo, redo }: PlanChanges): MenuEntry[] {
  if (undoes === null && redoes === null) return []
  return [
    { kind: "separator", id: "history" },
    ...(undoes === null ? [] : [{ id: "undo", label: `Undo: ${undoes}`, kbd: "Ctrl Z", onSelect: undo }]),
    ...(redoes === null ? [] : [{ id: "redo", label: `Redo: ${redoes}`, onSelect: redo }]),
  ]
}
