"use client"

import { useState } from "react"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { ProjectFilePreview } from "@/lib/plan/exchange/contract"
import { ComparedList } from "./compared-list"
import { PlainTable } from "./plain-table"

type View = "taken" | "changed" | "left-out" | "compared"
const wholeFile = <span className="font-normal text-ink-3">The whole file</span>
const remarkRows = (remarks: ProjectFilePreview["changed"]) =>
  remarks.map(({ task, what, why }) => [
    task ?? wholeFile,
    what,
    <span key="why" className="text-ink-2">
      {why}
    </span>,
  ])

/** What an import would do, in four lists. */
export function PreviewLists({ preview }: { preview: ProjectFilePreview }) {
  const [view, setView] = useState<View>("taken")
  const { taken, changed, leftOut, comparison, moreRemarks } = preview
  return (
    <section aria-label="Preview" className="flex flex-col gap-3">
      <SegmentedControl
        label="Show"
        className="self-start max-md:h-auto max-md:flex-wrap"
        value={view}
        options={[
          { value: "taken", label: `Taken ${taken.length}` },
          { value: "changed", label: `Changed ${changed.length}` },
          { value: "left-out", label: `Left out ${leftOut.length}` },
          { value: "compared", label: comparison ? `Compared ${comparison.tasks.total}` : "Compared" },
        ]}
        onChange={setView}
      />
      {view === "taken" ? <Taken preview={preview} /> : null}
      {view === "changed" ? (
        <PlainTable
          label="Changed"
          columns={["Task", "What", "Why"]}
          rows={remarkRows(changed)}
          nothing="Everything that is taken is taken just as it is."
        />
      ) : null}
      {view === "left-out" ? (
        <PlainTable
          label="Left out"
          columns={["Task", "What", "Why"]}
          rows={remarkRows(leftOut)}
          nothing="Nothing of the plan is left out."
        />
      ) : null}
      {view === "compared" ? <ComparedList comparison={comparison} /> : null}
      {moreRemarks > 0 && view !== "taken" ? <p className="text-ink-3">And {moreRemarks} more of this kind.</p> : null}
    </section>
  )
}

function Taken({ preview }: { preview: ProjectFilePreview }) {
  const rows = preview.taken.map(({ name, place, how, fields }) => [
    name,
    place,
    how === "new" ? "New" : `Changed: ${fields.join(", ")}`,
  ])
  return (
    <PlainTable
      label="Taken"
      columns={["Work item", "Workstream", "What happens"]}
      rows={rows}
      nothing="All of it is here already, just as it is in the file."
    />
  )
}
