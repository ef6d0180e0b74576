"use client"

import Link from "next/link"
import type { Assurance } from "@/components/assurance/use-assurance"
import { cn } from "@/components/ui/class-names"
import { useFirstRows } from "@/components/ui/first-rows"
import { shortHash } from "@/lib/assurance/say-sign-off"
import { grouped } from "@/lib/base/kernel/grouped"
import type { FactSetView } from "@/lib/platform/facts/contract"
import { count, sayMoment } from "@/lib/reports/words"
import { sourceNames } from "./source-names"

const head = "whitespace-nowrap border-line border-b py-1.5 pr-4 text-left font-normal text-ink-3 text-meta"
const cell = "border-line border-b pr-4"

type FactSetsProps = { factSets: readonly FactSetView[]; assurance: Assurance }

/** So many at a time: a connection that fetches every day makes a set each time. */
const STEP = 10

/** The sets of facts that were imported, and how old what the checks rest on is. */
export function FactSets({ factSets, assurance }: FactSetsProps) {
  const { programmeId, roadmap, checks } = assurance
  const { shown, more } = useFirstRows(factSets, STEP)
  const when = (instant: string) => sayMoment(instant, roadmap.programme.timeZone, roadmap.today)
  return (
    <section aria-label="Facts" className="@container mt-3">
      <div className="px-5 pt-3 pb-1 max-md:px-4">
        <h2>Facts</h2>
        <p className="max-w-[76ch] text-pretty text-ink-2">{sayFreshness(checks, factSets.length)}</p>
      </div>
      {factSets.length === 0 ? null : (
        <table aria-label="Fact sets" className="w-full table-fixed border-collapse">
          <thead className="@max-[620px]:sr-only">
            <tr>
              <th scope="col" className={cn(head, "pl-5")}>
                Source
              </th>
              <th scope="col" className={cn(head, "w-[170px]")}>
                Taken
              </th>
              <th scope="col" className={cn(head, "w-[96px] text-right!")}>
                Facts
              </th>
              <th scope="col" className={cn(head, "w-[280px] @max-[860px]:hidden")}>
                Imported
              </th>
              <th scope="col" className={cn(head, "w-[150px] @max-[1000px]:hidden")}>
                SHA-256
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, source, takenAt, rows, importedAt, importedBy, sha256, fileName, withdrawn }) => (
              <tr
                key={id}
                className="h-row hover:bg-hover @max-[620px]:flex @max-[620px]:h-auto @max-[620px]:flex-wrap @max-[620px]:border-line @max-[620px]:border-b @max-[620px]:px-4 @max-[620px]:py-2"
              >
                <th
                  scope="row"
                  className={cn(
                    cell,
                    "pl-5 text-left font-normal @max-[620px]:w-full @max-[620px]:border-0 @max-[620px]:pl-0!",
                  )}
                >
                  <span className="flex min-w-0 items-baseline gap-2">
                    <Link
                      href={`/programmes/${programmeId}/assurance/facts/${id}`}
                      className="flex-none rounded-sm decoration-1 underline-offset-2 hover:underline"
                    >
                      {sourceNames[source]}
                    </Link>
                    <span className="min-w-0 truncate text-ink-3 text-meta">{withdrawn ? "withdrawn" : fileName}</span>
                  </span>
                </th>
                <td className={cn(cell, "whitespace-nowrap text-ink-2 @max-[620px]:border-0")}>{when(takenAt)}</td>
                <td className={cn(cell, "text-right text-ink-2 tabular-nums @max-[620px]:border-0")}>
                  {grouped(rows)}
                  <span className="hidden @max-[620px]:inline"> facts</span>
                </td>
                <td className={cn(cell, "truncate text-ink-2 @max-[860px]:hidden")}>
                  {when(importedAt)}
                  {importedBy ? `, ${importedBy.name}` : ""}
                </td>
                <td className={cn(cell, "font-mono text-ink-3 text-meta @max-[1000px]:hidden")} title={sha256}>
                  {shortHash(sha256)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more}
    </section>
  )
}

/** How many fact checks rest on fresh facts, on ageing ones, on ones too old, and how many have none. */
function sayFreshness(checks: Assurance["checks"], sets: number): string {
  const facts = checks.filter(({ kind, waived }) => kind === "fact" && !waived)
  if (sets === 0)
    return `No facts have been imported yet, so ${count(facts.length, "check")} ${facts.length === 1 ? "is" : "are"} unknown. The bundle measures them without granting access.`
  const of = (freshness: string) => facts.filter((check) => check.freshness === freshness).length
  const parts = [
    `${of("fresh")} have fresh facts`,
    ...(of("ageing") > 0 ? [`${of("ageing")} ageing facts`] : []),
    ...(of("stale") > 0 ? [`${of("stale")} expired facts`] : []),
  ]
  const none = facts.filter(({ freshness }) => freshness === null).length
  return `Of ${count(facts.length, "fact check")}, ${parts.join(", ")}${none > 0 ? `; ${none} have no facts` : ""}.`
}
