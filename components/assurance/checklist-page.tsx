"use client"

import type * as z from "zod"
import { useAnswer } from "@/components/data/use-contract"
import { useQueryOfPage } from "@/components/roadmap/use-query"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import { type CheckView, listChecks, listCriteria } from "@/lib/assurance/contract"
import { type Grouping, groupChecks, groupings, sayStanding } from "@/lib/assurance/groups"
import { getRoadmap } from "@/lib/roadmap/contract"
import type { RoadmapView } from "@/lib/roadmap/views"
import { AssuranceTabs } from "./assurance-tabs"
import { CheckGroup } from "./check-group"

const choices: readonly { value: Grouping; label: string }[] = [
  { value: "criterion", label: "By criterion" },
  { value: "stage", label: "By stage" },
  { value: "gate", label: "By gate" },
]

/** Assurance: every check with its verdict, by line of the success checklist, by stage or by gate. */
export function ChecklistPage({ programmeId }: { programmeId: string }) {
  const [query, change] = useQueryOfPage()
  const by = groupings.find((each) => each === query.get("by")) ?? "criterion"
  const setBy = (next: Grouping) => change({ by: next === "criterion" ? null : next, open: null, criterion: null })
  return (
    <>
      <PageBar
        title="Assurance: Checklist"
        tabs={<AssuranceTabs programmeId={programmeId} current="checklist" />}
        actions={<SegmentedControl label="Arrange the checks" value={by} options={choices} onChange={setBy} />}
      />
      <PageBody>
        <Checklist programmeId={programmeId} by={by} />
      </PageBody>
    </>
  )
}

function Checklist({ programmeId, by }: { programmeId: string; by: Grouping }) {
  const checks = useAnswer(listChecks, { programmeId })
  const criteria = useAnswer(listCriteria, { programmeId })
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const failed = [checks, criteria, roadmap].find(({ error }) => error)
  if (failed)
    return (
      <EmptyState action={<Button onClick={() => void failed.refetch()}>Try again</Button>}>
        {failed.error?.message}
      </EmptyState>
    )
  if (!checks.data || !criteria.data || !roadmap.data)
    return <SkeletonRows rows={6} label="The checklist is on its way" />
  return (
    <Groups {...{ programmeId, by }} checks={checks.data.items} criteria={criteria.data.items} roadmap={roadmap.data} />
  )
}

type GroupsProps = {
  programmeId: string
  by: Grouping
  checks: readonly CheckView[]
  criteria: z.output<typeof listCriteria.output>["items"]
  roadmap: RoadmapView
}

function Groups({ programmeId, by, checks, criteria, roadmap }: GroupsProps) {
  const groups = groupChecks(checks, by, { ...roadmap, criteria })
  const opened = useOpenGroups(criteria)
  return (
    <div className="pb-8">
      <p className="max-w-[76ch] text-pretty px-5 pt-4 pb-3 text-ink-2 max-md:px-4">{sayStanding(checks)}</p>
      <ul className="border-line border-t">
        {groups.map((group) => (
          <CheckGroup
            key={group.id}
            {...{ group, by, programmeId, roadmap }}
            expanded={opened.ids.includes(group.id)}
            onToggle={() => opened.toggle(group.id)}
          />
        ))}
      </ul>
    </div>
  )
}

/** Which groups are open, kept in the address; a link to a criterion opens its line. */
function useOpenGroups(criteria: GroupsProps["criteria"]) {
  const [query, change] = useQueryOfPage()
  const asked = criteria.find(({ key }) => key === query.get("criterion"))
  const ids = [...(query.get("open") ?? "").split(",").filter(Boolean), ...(asked ? [asked.id] : [])]
  const toggle = (id: string) => {
    const next = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]
    change({ open: next.length > 0 ? next.join(",") : null, criterion: null })
  }
  return { ids, toggle }
}
