import Link from "next/link"
import { PlainTable } from "@/components/plan/exchange/plain-table"
import { sayDay } from "@/components/ui/day-text"
import { InlineNotice } from "@/components/ui/inline-notice"
import { grouped } from "@/lib/base/kernel/grouped"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { FactPreview } from "@/lib/platform/facts/contract"
import { sayCounts } from "@/lib/platform/facts/say-counts"
import { count, sayMoment } from "@/lib/reports/words"
import { FactTable } from "./fact-table"
import { isSilent, sourceNames } from "./source-names"
import type { Told } from "./use-fact-file"
import { VerdictChanges } from "./verdict-changes"

type ImportPreviewProps = { preview: FactPreview; programmeId: string; roadmap: RoadmapView }

/** What is in a file of facts, what is wrong with it, and what it would change. */
export function ImportPreview({ preview, programmeId, roadmap }: ImportPreviewProps) {
  const { faults, faultCount, notes, counts, sample, known, changes, rows } = preview
  if (known) return <Known {...{ known, programmeId, roadmap }} />
  if (faultCount > 0) return <Faults {...{ faults, faultCount }} />
  return (
    <div className="flex flex-col gap-6">
      {rows === 0 ? (
        <InlineNotice kind="warn">
          No check uses the facts in this file, so there is nothing to import. Check the source selected above or choose
          another file.
        </InlineNotice>
      ) : (
        <section aria-label="Changes">
          <h3 className="mb-2">
            {changes.length === 0 ? "No verdicts would change" : `${count(changes.length, "verdict")} would change`}
          </h3>
          {changes.length > 0 ? <VerdictChanges {...{ changes, programmeId }} /> : null}
        </section>
      )}
      <RowCounts {...{ counts, notes }} />
      {sample.length > 0 ? (
        <section aria-label="Sample">
          <h3 className="mb-1">{sample.length < rows ? `The first ${sample.length} facts` : "The facts"}</h3>
          <FactTable label="Sample" facts={sample} roadmap={roadmap} nothing="No facts." />
        </section>
      ) : null}
    </div>
  )
}

/** What became of every row of the file, and what else was left out on purpose. */
export function RowCounts({ counts, notes }: Pick<FactPreview, "counts" | "notes">) {
  return (
    <section aria-label="Rows of the file">
      <h3 className="mb-1">Rows of the file</h3>
      <p className="text-ink-2">{sayCounts(counts)}</p>
      <ul className="text-pretty text-ink-2">
        {counts.aside.map(({ reason, rows }) => (
          <li key={reason}>
            {reason}: {grouped(rows)}
          </li>
        ))}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}

type KnownProps = Omit<ImportPreviewProps, "preview"> & { known: NonNullable<FactPreview["known"]> }

function Known({ known, programmeId, roadmap }: KnownProps) {
  const { importedAt, importedBy } = known
  return (
    <InlineNotice kind="info">
      This file was already imported {sayMoment(importedAt, roadmap.programme.timeZone, roadmap.today)}
      {importedBy ? ` by ${importedBy.name}` : ""}, so there is nothing to import.{" "}
      <Link className="underline" href={`/programmes/${programmeId}/assurance/facts/${known.id}`}>
        View its facts
      </Link>
    </InlineNotice>
  )
}

function Faults({ faults, faultCount }: Pick<FactPreview, "faults" | "faultCount">) {
  const [first] = faults
  if (faultCount === 1 && first?.line === null)
    return (
      <section aria-label="Errors">
        {first.column === "takenAt" ? (
          <InlineNotice kind="warn">{first.message} Enter the date above to see what would change.</InlineNotice>
        ) : (
          <InlineNotice>
            {first.message} This file can't be imported. Check the source selected above, or export it again.
          </InlineNotice>
        )}
      </section>
    )
  const rows = faults.map(({ line, column, sheet, message }) => [
    line === null ? "The whole file" : `${sheet ? `${sheet}, ` : ""}line ${line}`,
    column ?? "–",
    message,
  ])
  return (
    <section aria-label="Errors">
      <InlineNotice>
        {count(faultCount, "error")}. Fix the file and choose it again, or correct the source above.
      </InlineNotice>
      <div className="mt-2">
        <PlainTable label="Errors" columns={["Where", "Column", "Problem"]} rows={rows} nothing="" />
      </div>
      {faultCount > faults.length ? <p className="mt-1 text-ink-3">And {faultCount - faults.length} more.</p> : null}
    </section>
  )
}

/**
 * `Fact bundle 2026.1-..., 143 facts of 62 metrics, taken 18 November 09:12`.
 * @param told what was said beside the file: of a day nobody knows the hour
 */
export function sayFile(preview: FactPreview, told: Told, { programme, today }: RoadmapView): string {
  const { source, bundleVersion, rows, metrics, takenAt } = preview
  const taken = takenAt ? [`taken ${sayMoment(takenAt, programme.timeZone, today)}`] : []
  return [
    `${sourceNames[source]}${bundleVersion ? ` ${bundleVersion}` : ""}`,
    `${count(rows, "fact")} of ${count(metrics.length, "metric")}`,
    ...(told.takenOn && isSilent(told.source) ? [`taken on ${sayDay(told.takenOn, today)}`] : taken),
  ].join(", ")
}
