"use client"

import type { ProjectFilePreview } from "@/lib/plan/exchange/contract"
import { fieldNames } from "@/lib/plan/exchange/mspdi/compared-fields"
import { PlainTable } from "./plain-table"

/** How our own dates, slack and critical work agree with those in the file, and why where they do not. */
export function ComparedList({ comparison }: { comparison: ProjectFilePreview["comparison"] }) {
  if (!comparison)
    return <p className="py-3 text-ink-2">The plan goes beyond the supported years, so dates aren't compared.</p>
  const { tasks, fields, differing, more } = comparison
  return (
    <>
      <p className="text-ink-2">
        Lakeward rescheduled the file's dependencies, durations and constraints with the file's calendar.{" "}
        {tasks.total === 0
          ? "The file has no scheduled dates to compare."
          : tasks.equal === tasks.total
            ? `All ${tasks.total} tasks match the file.`
            : `${tasks.equal} of ${tasks.total} tasks match the file.`}
      </p>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {fields.map(({ field, equal, total }) => (
          <div key={field}>
            <dt className="text-ink-3 text-meta">{fieldNames[field]}</dt>
            <dd className="tabular-nums">{total === 0 ? "not in the file" : `${equal} of ${total} equal`}</dd>
          </div>
        ))}
      </dl>
      {differing.length > 0 ? (
        <PlainTable
          label="Differences"
          columns={["Task", "Difference", "Reason"]}
          rows={differing.map(({ task, what, why }) => [task, what.join("; "), why])}
          nothing=""
        />
      ) : null}
      {more > 0 ? <p className="text-ink-3">And {more} more tasks.</p> : null}
    </>
  )
}
