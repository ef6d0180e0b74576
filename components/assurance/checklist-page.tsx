"use client"

import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import { type Grouping, groupings } from "@/lib/assurance/groups"
import { AssuranceTabs } from "./assurance-tabs"
import { CheckGroups } from "./check-groups"
import { LaterAssurancePanel } from "./lazy-panel"
import { Lines } from "./lines"
import { useAssurance } from "./use-assurance"
import { useOpened } from "./use-opened"

const choices: readonly { value: Grouping; label: string }[] = [
  { value: "criterion", label: "By criterion" },
  { value: "stage", label: "By stage" },
  { value: "gate", label: "By gate" },
]

/** Assurance: the lines of the success checklist and the gates with what is proved and who signed; or all checks by place. */
export function ChecklistPage({ programmeId }: { programmeId: string }) {
  const [query, change] = useQueryOfPage()
  const by = groupings.find((each) => each === query.get("by")) ?? "criterion"
  const opened = useOpened()
  const { assurance, problem, again } = useAssurance(programmeId)
  const setBy = (next: Grouping) => change({ by: next === "criterion" ? null : next, open: null })
  return (
    <>
      <PageBar
        title="Assurance: Checklist"
        tabs={<AssuranceTabs programmeId={programmeId} current="checklist" />}
        actions={
          <>
            <SegmentedControl label="Group checks" value={by} options={choices} onChange={setBy} />
            {assurance?.may.edit ? (
              <Menu
                label="Add"
                align="end"
                trigger={(trigger) => (
                  <Button {...trigger} icon="plus">
                    Add
                  </Button>
                )}
                entries={[
                  { id: "line", label: "Success criterion", onSelect: () => opened.openLine("new") },
                  { id: "check", label: "Attested check", onSelect: () => opened.openCheck("new") },
                ]}
              />
            ) : null}
          </>
        }
      />
      <PageBody panel={assurance ? <LaterAssurancePanel {...{ assurance, opened }} /> : null}>
        {assurance ? (
          by === "criterion" ? (
            <Lines {...{ assurance, opened }} />
          ) : (
            <CheckGroups {...{ assurance, opened, by }} />
          )
        ) : problem ? (
          <EmptyState action={<Button onClick={again}>Try again</Button>}>{problem}</EmptyState>
        ) : (
          <SkeletonRows rows={12} label="Loading the checklist" />
        )}
      </PageBody>
    </>
  )
}
