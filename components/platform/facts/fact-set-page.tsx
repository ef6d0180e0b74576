"use client"

import Link from "next/link"
import { useState } from "react"
import { AssuranceTabs } from "@/components/assurance/assurance-tabs"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button, buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { InlineNotice } from "@/components/ui/inline-notice"
import { SkeletonRows } from "@/components/ui/skeleton"
import { grouped } from "@/lib/base/kernel/grouped"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { FactSetView } from "@/lib/platform/facts/contract"
import { count, sayMoment } from "@/lib/reports/words"
import { getFactSet, getRoadmap } from "@/lib/serve/api/generated/addresses"
import { FactSetActs } from "./fact-set-acts"
import { FactTable } from "./fact-table"
import { RowCounts } from "./import-preview"
import { sourceNames } from "./source-names"

type FactSetPageProps = { programmeId: string; factSetId: string }

/** One set of facts as it was imported; it never changes. */
export function FactSetPage({ programmeId, factSetId }: FactSetPageProps) {
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const [after, setAfter] = useState<readonly number[]>([0])
  const at = after.at(-1) ?? 0
  const answer = useAnswer(getFactSet, { programmeId, factSetId, ...(at > 0 ? { after: at } : {}) })
  const { data } = answer
  return (
    <>
      <PageBar
        title="Facts"
        tabs={<AssuranceTabs programmeId={programmeId} current="evidence" />}
        actions={
          <Link href={`/programmes/${programmeId}/assurance/evidence`} className={buttonStyle()}>
            Back to evidence
          </Link>
        }
      />
      <PageBody>
        {data && roadmap.data ? (
          <div className="flex flex-col gap-4 px-5 py-5 max-md:px-4">
            <Heading factSet={data.factSet} roadmap={roadmap.data} />
            <FactSetActs {...data} programmeId={programmeId} />
            {data.factSet.counts ? <RowCounts counts={data.factSet.counts} notes={[]} /> : null}
            <Pages
              rows={data.factSet.rows}
              page={after.length}
              next={data.next}
              onBack={() => setAfter(after.slice(0, -1))}
              onNext={(next) => setAfter([...after, next])}
            />
            <FactTable
              key={at}
              label="Facts"
              facts={data.facts}
              roadmap={roadmap.data}
              nothing="This fact set has no facts."
            />
          </div>
        ) : answer.error ? (
          <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
            {answer.error.message}
          </EmptyState>
        ) : (
          <SkeletonRows rows={12} label="Loading facts" />
        )}
      </PageBody>
    </>
  )
}

function Heading({ factSet, roadmap }: { factSet: FactSetView; roadmap: RoadmapView }) {
  const { source, bundleVersion, takenAt, importedAt, importedBy, fileName, sha256, rows, withdrawn } = factSet
  const where = [factSet.workspace, factSet.region].filter(Boolean).join(", ")
  const when = (instant: string) => sayMoment(instant, roadmap.programme.timeZone, roadmap.today)
  return (
    <div>
      <h2 className="text-title">
        {sourceNames[source]}, taken {when(takenAt)}
      </h2>
      <p className="text-pretty text-ink-2">
        {count(rows, "fact")}
        {where ? ` of ${where}` : ""}, imported {when(importedAt)}
        {importedBy ? ` by ${importedBy.name}` : ""}
        {fileName ? ` from ${fileName}` : ""}
        {bundleVersion ? `, bundle ${bundleVersion}` : ""}.
      </p>
      <p className="break-all font-mono text-ink-3 text-meta">SHA-256 {sha256}</p>
      {withdrawn ? (
        <InlineNotice kind="warn" className="mt-2">
          Withdrawn {when(withdrawn.at)} by {withdrawn.by.name}: {withdrawn.reason} It no longer counts.
        </InlineNotice>
      ) : null}
    </div>
  )
}

/** As many facts as an answer holds. */
const AT_ONCE = 500

type PagesProps = {
  rows: number
  page: number
  next: number | null
  onBack: () => void
  onNext: (next: number) => void
}

/** The way through a set that is longer than one answer. */
function Pages({ rows, page, next, onBack, onNext }: PagesProps) {
  if (rows <= AT_ONCE) return null
  const last = Math.min(rows, page * AT_ONCE)
  return (
    <div className="flex items-center gap-2">
      <Button icon="chevron-left" disabled={page === 1} onClick={onBack}>
        Before
      </Button>
      <Button disabled={next === null || last >= rows} onClick={() => (next === null ? null : onNext(next))}>
        After
      </Button>
      <span role="status" className="text-ink-3">
        {(page - 1) * AT_ONCE + 1} to {last} of {grouped(rows)}
      </span>
    </div>
  )
}
