"use client"

import { useState } from "react"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { ProjectFilePreview } from "@/lib/plan/exchange/contract"
import { ComparedList } from "./compared-list"
import { PlainTable } from "./plain-table"

type View = "taken" | "changed" | "left-out" | "compared"
const wholeFile = <span className="font-normal text-ink-3">Whole file</span>
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
          { value: "taken", label: `Imported ${taken.length}` },
          { value: "changed", label: `Changed ${changed.length}` },
          { value: "left-out", label: `Skipped ${leftOut.length}` },
          { value: "compared", label: comparison ? `Compared ${comparison.tasks.total}` : "Compared" },
        ]}
        onChange={setView}
      />
      {view === "taken" ? <Taken preview={preview} /> : null}
      {view === "changed" ? (
        <PlainTable
          label="Changed"
          columns={["Task", "Change", "Reason"]}
          rows={remarkRows(changed)}
          nothing="Everything imports without changes."
        />
      ) : null}
      {view === "left-out" ? (
        <PlainTable
          label="Skipped"
          columns={["Task", "Change", "Reason"]}
          rows={remarkRows(leftOut)}
          nothing="Nothing is skipped."
        />
      ) : null}
      {view === "compared" ? <ComparedList comparison={comparison} /> : null}
      {moreRemarks > 0 && view !== "taken" ? <p className="text-ink-3">And {moreRemarks} more.</p> : null}
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
      label="Imported"
      columns={["Work item", "Workstream", "Action"]}
      rows={rows}
      nothing="The plan already matches the file."
    />
  )
}
