"use client"

import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { SegmentedControl } from "@/components/ui/segmented-control"
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

/** The look (chart or table), the zoom, and what is drawn. */
export function ViewMenu({ view }: { view: ViewInAddress }) {
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
              label: zoom === "fit" ? "Fit the whole plan" : zoomNames[zoom],
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
          { id: "links", label: "Links", checked: view.links, onSelect: () => view.setLinks(!view.links) },
          { kind: "separator", id: "folds" },
          { id: "open", label: "Unfold all workstreams", onSelect: () => view.setOpenAll(true) },
          { id: "close", label: "Fold all workstreams", onSelect: () => view.setOpenAll(false) },
        ]}
      />
      <SegmentedControl
        label="Show as"
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
