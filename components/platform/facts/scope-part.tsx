"use client"

import Link from "next/link"
import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { FactScopeView } from "@/lib/platform/facts/scope-contract"
import { count, sayMoment } from "@/lib/reports/words"
import { getFactScope } from "@/lib/serve/api/generated/addresses"
import { ScopeChangeForm, WaitingScopeChange } from "./scope-change"

const head = "whitespace-nowrap border-line border-b py-1.5 pr-4 text-left font-normal text-ink-3 text-meta"
const cell = "border-line border-b py-1.5 pr-4 align-top"
const link = "underline decoration-1 decoration-line-strong underline-offset-2 hover:decoration-current"

/** Which workspaces must report, when they last did, and which are known beside them. */
export function ScopePart({ programmeId, roadmap }: { programmeId: string; roadmap: RoadmapView }) {
  const scope = useAnswer(getFactScope, { programmeId }).data
  if (!scope) return null
  const environments = (
    <Link className={link} href={`/programmes/${programmeId}/architecture/environments`}>
      Environments
    </Link>
  )
  return (
    <section aria-label="Scope" className="@container mt-3">
      <div className="px-5 pt-3 pb-1 max-md:px-4">
        <h2>Scope</h2>
        <p className="max-w-[76ch] text-pretty text-ink-2">
          {scope.declared.length === 0 ? (
            <>
              No environment is declared, so facts of workspaces and regions can't meet a check. Add the workspaces that
              must report in {environments}.
            </>
          ) : (
            <>
              {sayScope(scope)} Declared in {environments}.
            </>
          )}
        </p>
      </div>
      {scope.declared.length > 0 ? <Declared {...{ scope, roadmap }} /> : null}
      <Undeclared {...{ scope, programmeId }} />
      <Excluded {...{ scope, programmeId, roadmap }} />
    </section>
  )
}

function sayScope({ declared, undeclared }: FactScopeView): string {
  const silent = declared.filter(({ lastFact }) => lastFact === null).length
  return [
    `${count(declared.length, "workspace")} must report;`,
    silent === 0 ? "all have." : `${silent} ${silent === 1 ? "has" : "have"} not.`,
    ...(undeclared.length > 0
      ? [`${count(undeclared.length, "more workspace")} ${undeclared.length === 1 ? "is" : "are"} known.`]
      : []),
  ].join(" ")
}

type PartProps = { scope: FactScopeView; programmeId: string; roadmap: RoadmapView }

function Declared({ scope, roadmap }: Omit<PartProps, "programmeId">) {
  const when = (instant: string | null) =>
    instant === null ? (
      <span className="text-needs-you">not yet</span>
    ) : (
      sayMoment(instant, roadmap.programme.timeZone, roadmap.today)
    )
  return (
    <table aria-label="Workspaces in scope" className="w-full border-collapse">
      <thead>
        <tr>
          <th scope="col" className={cn(head, "pl-5 max-md:pl-4")}>
            Environment
          </th>
          <th scope="col" className={cn(head, "@max-[760px]:hidden")}>
            Workspace
          </th>
          <th scope="col" className={head}>
            Last fact
          </th>
          <th scope="col" className={cn(head, "@max-[620px]:hidden")}>
            Region
          </th>
          <th scope="col" className={head}>
            Last fact of the region
          </th>
        </tr>
      </thead>
      <tbody>
        {scope.declared.map(({ environmentId, name, workspace, region, lastFact, lastRegionFact }) => (
          <tr key={environmentId} className="hover:bg-hover">
            <th scope="row" className={cn(cell, "pl-5 text-left font-normal max-md:pl-4")}>
              {name}
            </th>
            <td className={cn(cell, "break-all text-ink-2 @max-[760px]:hidden")}>{workspace ?? "no ID or host"}</td>
            <td className={cn(cell, "text-ink-2")}>{when(lastFact)}</td>
            <td className={cn(cell, "text-ink-2 @max-[620px]:hidden")}>{region ?? "no region"}</td>
            <td className={cn(cell, "text-ink-2")}>{when(lastRegionFact)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const knownBy = {
  account: "listed by the account",
  facts: "facts came from it",
  removed: "was in Environments before",
} as const

function Undeclared({ scope, programmeId }: Omit<PartProps, "roadmap">) {
  const [open, setOpen] = useState<string | null>(null)
  const waiting = scope.waiting.filter(({ excluded }) => excluded)
  if (scope.undeclared.length === 0 && waiting.length === 0) return null
  return (
    <div className="px-5 pt-3 max-md:px-4">
      <InlineNotice>
        Known, but neither declared nor excluded. Until they are, checks over all workspaces stay unknown.
      </InlineNotice>
      <ul aria-label="Undeclared workspaces" className="mt-1">
        {scope.undeclared.map(({ workspace, known }) => {
          const asked = waiting.find((each) => each.workspace === workspace)
          return (
            <li key={workspace} className="border-line border-b py-2 last:border-0">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <span className="break-all">{workspace}</span>
                <span className="text-ink-3 text-meta">{knownBy[known]}</span>
                {scope.may.change && !asked && open !== workspace ? (
                  <Button size="small" aria-label={`Exclude ${workspace}`} onClick={() => setOpen(workspace)}>
                    Exclude
                  </Button>
                ) : null}
              </div>
              {asked ? <WaitingScopeChange {...{ programmeId }} change={asked} may={scope.may} /> : null}
              {open === workspace && !asked ? (
                <ScopeChangeForm {...{ programmeId, workspace }} excluded onDone={() => setOpen(null)} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Excluded({ scope, programmeId, roadmap }: PartProps) {
  const [open, setOpen] = useState<string | null>(null)
  if (scope.excluded.length === 0) return null
  return (
    <div className="px-5 pt-3 max-md:px-4">
      <h3>Excluded</h3>
      <ul aria-label="Excluded workspaces">
        {scope.excluded.map(({ id, workspace, reason, askedBy, decidedBy, decidedAt }) => {
          const asked = scope.waiting.find((each) => each.workspace === workspace && !each.excluded)
          return (
            <li key={id} className="border-line border-b py-2 last:border-0">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <span className="break-all">{workspace}</span>
                {scope.may.change && !asked && open !== workspace ? (
                  <Button size="small" aria-label={`Include ${workspace}`} onClick={() => setOpen(workspace)}>
                    Include
                  </Button>
                ) : null}
              </div>
              <p className="text-pretty text-ink-2">{reason}</p>
              <p className="text-ink-3 text-meta">
                Requested by {askedBy.name}, confirmed by {decidedBy?.name ?? "someone"}
                {decidedAt ? `, ${sayMoment(decidedAt, roadmap.programme.timeZone, roadmap.today)}` : ""}
              </p>
              {asked ? <WaitingScopeChange {...{ programmeId }} change={asked} may={scope.may} /> : null}
              {open === workspace && !asked ? (
                <ScopeChangeForm {...{ programmeId, workspace }} excluded={false} onDone={() => setOpen(null)} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
