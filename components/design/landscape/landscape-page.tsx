"use client"

import { type ReactNode, useMemo } from "react"
import { ArchitectureTabs } from "@/components/design/catalogue/architecture-tabs"
import { StampButton, type TemplateKind } from "@/components/design/templates/stamp-button"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { useQueryOfPage } from "@/components/shell/use-query"
import {
  type LandscapeFields,
  type LandscapeItemView,
  type LandscapeKind,
  type LandscapeLine,
  type LandscapeRefusal,
  landscapeItem,
  type Proof,
} from "@/lib/design/landscape/landscape-item"
import { judgeItem } from "@/lib/design/landscape/rules"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { landscapeColumns, landscapeFooters } from "./landscape-columns"
import { LandscapeHead } from "./landscape-head"
import { LandscapePanel } from "./landscape-panel"
import { useLandscapeLookups } from "./use-landscape-lookups"

/** Architecture: what is there today and shall be, what becomes of it, and how far that is. */
export function LandscapePage({ programmeId }: { programmeId: string }) {
  const tabs = <ArchitectureTabs programmeId={programmeId} current="landscape" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Architecture: Landscape">
      {(roadmap) => <Landscape {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type LandscapeProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

function Landscape({ programmeId, tabs, roadmap }: LandscapeProps) {
  const { lookups, componentName, lines } = useLandscapeLookups(programmeId, roadmap)
  const [query, change] = useQueryOfPage()
  const { people, phases } = roadmap
  const columns = useMemo(() => landscapeColumns({ people, phases }, componentName), [people, phases, componentName])
  const proofs = useMemo(
    () => new Map(lines.map(({ id, proved, provedAsOf }) => [id, { proved, provedAsOf }])),
    [lines],
  )
  const complete = (item: LandscapeItemView) => ({ ...item, ...(proofs.get(item.id) ?? unknown) })
  const mayStamp = roadmap.me.may.editWork === "yes"
  const measure = query.get("by") === "volume" ? "volume" : "items"
  return (
    <RecordPage<LandscapeFields, LandscapeRefusal, Proof>
      {...{
        programmeId,
        tabs,
        lookups,
        columns,
        complete,
        of: landscapeItem,
        rule: judgeItem,
        footers: landscapeFooters,
      }}
      title="Architecture: Landscape"
      empty="No system is listed yet; type a name in the line above, or import a sheet."
      addHint="Name of a system, pipeline, store or tool"
      draftOf={(name) => ({ name, kind: "data_source" })}
      bulk={["ownerId", "disposition", "componentKey", "phaseId"]}
      {...(mayStamp
        ? {
            bulkMore: (rows: readonly LandscapeLine[]) => (
              <StampButton {...{ programmeId, subjectIds: rows.map(({ id }) => id), kinds: templatesFor(rows) }} />
            ),
          }
        : {})}
      above={(_, view) => (
        <LandscapeHead
          lines={lines}
          measure={measure}
          onMeasure={(next) => change({ by: next === "volume" ? next : null })}
          onChoose={(disposition) =>
            view.setFilter({ ...view.filter, values: { ...view.filter.values, disposition: [disposition] } })
          }
        />
      )}
      panel={(line, onClose, onRemove) => (
        <LandscapePanel {...{ programmeId, line, onClose, onRemove, all: lines, onOpen: (open) => change({ open }) }} />
      )}
    />
  )
}

const templateOf: Readonly<Record<LandscapeKind, TemplateKind>> = {
  ...{ data_source: "data-source", pipeline: "pipeline", store: "data-mart", analytics_tool: "report" },
  ...{ persona: "report", security_need: "pipeline" },
}

/** Templates of work by the kinds of the chosen items, the likeliest first. */
function templatesFor(rows: readonly LandscapeLine[]): readonly TemplateKind[] {
  const [first] = rows
  const likeliest = first ? templateOf[first.kind] : "data-source"
  return [likeliest, "data-source", "pipeline", "data-mart", "model", "report"]
}

const unknown: Proof = { proved: null, provedAsOf: null }
