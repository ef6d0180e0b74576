"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { Select } from "@/components/ui/select"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getCost } from "@/lib/serve/api/generated/addresses"
import { sayAmount, sayMonth } from "@/lib/value/cost/say-cost"
import { CostAnswer } from "./cost-answer"
import { CostBars } from "./cost-bars"
import { CostTable } from "./cost-table"
import { UsageFiles } from "./usage-files"
import { ValueTabs } from "./value-tabs"

/** A grouping in the midst of a sentence. */
const nameOf = (by: string): string =>
  by === "sku" ? "SKU" : (groupings.find(({ value }) => value === by)?.label ?? "").toLowerCase()

/** Value: what the platform costs, by whom and against which budget. */
export function CostPage({ programmeId }: { programmeId: string }) {
  const tabs = <ValueTabs programmeId={programmeId} current="cost" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Value: Cost">
      {(roadmap) => <Cost {...{ programmeId, roadmap }} />}
    </WithRoadmap>
  )
}

const groupings = [
  { value: "product", label: "Product" },
  { value: "workspace", label: "Workspace" },
  { value: "sku", label: "SKU" },
  { value: "tag", label: "Tag" },
] as const
type Grouping = (typeof groupings)[number]["value"]
const groupingIn = (text: string | null): Grouping => groupings.find(({ value }) => value === text)?.value ?? "product"

function Cost({ programmeId, roadmap }: { programmeId: string; roadmap: RoadmapView }) {
  const [query, change] = useQueryOfPage()
  const by = groupingIn(query.get("by"))
  const [month, tag] = [query.get("month"), query.get("tag")]
  const asked = { programmeId, by, ...(month ? { month } : {}), ...(tag ? { tag } : {}) }
  const { data, error } = useAnswer(getCost, asked)
  const { me, programme } = roadmap
  const mayImport = me.role === "lead" && !programme.archived
  const tabs = <ValueTabs programmeId={programmeId} current="cost" />
  return (
    <>
      <PageBar
        title="Value: Cost"
        tabs={tabs}
        actions={
          data && data.month !== null ? (
            <>
              <Select
                label="Month"
                hideLabel
                value={data.month}
                options={data.months.toReversed().map((each) => ({ value: each.month, label: sayMonth(each.month) }))}
                onChange={(next) => change({ month: next })}
              />
              <Link href={`/programmes/${programmeId}/value/budgets`} className={buttonStyle({})}>
                Budgets
              </Link>
            </>
          ) : null
        }
      />
      <PageBody>
        {error ? <EmptyState>{error.message}</EmptyState> : null}
        {!data && !error ? <SkeletonRows rows={12} label="Loading cost" /> : null}
        {data && data.month === null ? (
          <EmptyState>
            No usage yet. {mayImport ? "Import billing usage and list prices below." : "The programme lead imports it."}
          </EmptyState>
        ) : null}
        {data && data.month !== null ? (
          <>
            <CostAnswer cost={data} today={roadmap.today} />
            <div className="grid grid-cols-2 border-line border-b max-lg:grid-cols-1">
              <CostBars
                title="Spend against budget"
                unit={`${data.currency} by month`}
                bars={data.months.slice(-12).map((each) => ({
                  ...{ id: each.month, label: sayMonth(each.month).slice(0, 3), value: Number(each.amount) },
                  ...{ mark: each.budget === null ? null : Number(each.budget), current: each.month === data.month },
                  said: `${sayMonth(each.month)}: ${sayAmount(each.amount)}${each.budget === null ? "" : ` of ${sayAmount(each.budget)}`}`,
                }))}
              />
              <CostBars
                title={`${sayMonth(data.month)} by day`}
                unit={data.currency}
                className="border-line border-l max-lg:border-t max-lg:border-l-0"
                bars={data.days.map((each) => ({
                  ...{ id: each.day, label: String(Number(each.day.slice(8))), value: Number(each.amount) },
                  ...{ mark: null, current: true, said: `${each.day}: ${sayAmount(each.amount)}` },
                }))}
              />
            </div>
            <section aria-label="Cost" className="py-3">
              <div className="mb-2 flex flex-wrap items-center gap-3 px-5 max-md:px-4">
                <h2>By {by === "tag" ? `tag ${data.tag ?? ""}` : nameOf(by)}</h2>
                <SegmentedControl
                  label="Grouped by"
                  value={by}
                  options={groupings}
                  onChange={(next) => change({ by: next === "product" ? null : next })}
                />
                {by === "tag" && data.tags.length > 1 ? (
                  <Select
                    label="Tag"
                    hideLabel
                    value={data.tag ?? ""}
                    options={data.tags.map((each) => ({ value: each, label: each }))}
                    onChange={(next) => change({ tag: next })}
                  />
                ) : null}
              </div>
              <CostTable cost={data} by={by} />
            </section>
          </>
        ) : null}
        {mayImport && data ? <UsageFiles programmeId={programmeId} /> : null}
      </PageBody>
    </>
  )
}
