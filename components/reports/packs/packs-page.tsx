"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { RagMark } from "@/components/steering/rag-mark"
import { ReportsTabs } from "@/components/steering/reports-tabs"
import { Button, buttonStyle } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { SkeletonRows } from "@/components/ui/skeleton"
import { useToasts } from "@/components/ui/toasts"
import { dayIn } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { PackHead } from "@/lib/reports/pack-contract"
import {
  freezeSteeringPack,
  getSteeringDraft,
  getSteeringPack,
  listSteeringPacks,
} from "@/lib/serve/api/generated/addresses"
import { Compare } from "./compare"
import { givePdf } from "./give-pdf"
import { PackSheet } from "./pack-sheet"

/** Reports: what the steering committee was told, and what it would be told now. */
export function PacksPage({ programmeId }: { programmeId: string }) {
  const tabs = <ReportsTabs programmeId={programmeId} current="packs" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Reports: Steering packs">
      {(roadmap) => <Packs {...{ programmeId, roadmap }} />}
    </WithRoadmap>
  )
}

function Packs({ programmeId, roadmap }: { programmeId: string; roadmap: RoadmapView }) {
  const { today, me, programme } = roadmap
  const [query, change] = useQueryOfPage()
  const { data } = useAnswer(listSteeringPacks, { programmeId })
  const heads = data?.items ?? []
  const chosen = heads.find(({ id }) => id === query.get("pack")) ?? null
  const beside = query.get("with")
  const other = chosen ? (heads.find(({ id }) => id === beside) ?? null) : null
  const { data: kept } = useAnswer(getSteeringPack, chosen ? { programmeId, packId: chosen.id } : null)
  const { data: draft } = useAnswer(getSteeringDraft, chosen ? null : { programmeId })
  const content = chosen ? kept?.content : draft
  const freezing = useContract(freezeSteeringPack)
  const [isDrawing, setIsDrawing] = useState(false)
  const { show } = useToasts()
  const mayFreeze = !programme.archived && (me.role === "lead" || me.role === "executive")
  const freeze = async () => {
    const answer = await freezing.mutateAsync({ programmeId })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    change({ pack: answer.value.id })
    show({ text: `Steering pack ${answer.value.number} is frozen, verify code ${answer.value.code}` })
  }
  const before = chosen ? (heads.find(({ number }) => number === chosen.number - 1) ?? null) : null
  useShortcut("r", "Freeze a steering pack", () => mayFreeze && !freezing.isPending && void freeze())
  useShortcut("k", "Compare with the pack before", () => before && change({ with: other ? null : before.id }))
  const pdf = async () => {
    if (!content) return
    setIsDrawing(true)
    const { missing } = await givePdf(content, chosen)
    setIsDrawing(false)
    if (missing.length > 0)
      show({ text: `The PDF has letters for Latin, Greek and Cyrillic only; ${missing.join(" ")} stand as "…".` })
  }
  return (
    <>
      <PageBar
        title="Reports: Steering packs"
        tabs={<ReportsTabs programmeId={programmeId} current="packs" />}
        actions={
          <>
            {before ? (
              <Button kbd="K" aria-pressed={other !== null} onClick={() => change({ with: other ? null : before.id })}>
                Compare
              </Button>
            ) : null}
            {content ? (
              <Button busy={isDrawing} onClick={() => void pdf()}>
                PDF
              </Button>
            ) : null}
            {chosen ? (
              <a
                href={`/api/v1/programmes/${programmeId}/steering-packs/${chosen.id}/text`}
                className={buttonStyle({})}
                download
              >
                JSON
              </a>
            ) : null}
            {mayFreeze ? (
              <Button variant="primary" kbd="R" busy={freezing.isPending} onClick={() => void freeze()}>
                Freeze now
              </Button>
            ) : null}
          </>
        }
      />
      <PageBody fit="fill">
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          <PackList
            {...{ heads, chosen, today }}
            timeZone={programme.timeZone}
            onChoose={(id) => change({ pack: id, with: null })}
          />
          <div className="min-w-0 flex-1 overflow-auto bg-sunken p-4 max-md:p-2">
            {chosen && other ? <Compare {...{ programmeId, chosen, other }} /> : null}
            {content ? (
              <PackSheet content={content} head={chosen} />
            ) : (
              <SkeletonRows rows={12} label="Loading the pack" />
            )}
          </div>
        </div>
      </PageBody>
    </>
  )
}

type PackListProps = {
  heads: readonly PackHead[]
  chosen: PackHead | null
  today: RoadmapView["today"]
  timeZone: string
  onChoose: (id: string | null) => void
}

function PackList({ heads, chosen, today, timeZone, onChoose }: PackListProps) {
  const row = (current: boolean) =>
    cn(
      "inset-focus w-full border-line border-b px-5 py-2 text-left hover:bg-hover max-lg:w-auto max-lg:flex-none max-lg:border-r max-lg:border-b-0",
      current && "bg-selected shadow-[inset_2px_0_0_var(--accent)] hover:bg-selected",
    )
  return (
    <nav
      aria-label="Packs"
      className="relative w-[196px] flex-none overflow-y-auto border-line border-r max-lg:flex max-lg:w-full max-lg:overflow-x-auto max-lg:border-r-0 max-lg:border-b"
    >
      <button
        type="button"
        aria-current={chosen ? undefined : "true"}
        onClick={() => onChoose(null)}
        className={row(!chosen)}
      >
        <span className="block font-semibold">Draft of now</span>
        <span className="block text-ink-3 text-meta">changes with the plan</span>
      </button>
      {heads.map((head) => (
        <button
          key={head.id}
          type="button"
          aria-current={head.id === chosen?.id ? "true" : undefined}
          onClick={() => onChoose(head.id)}
          className={row(head.id === chosen?.id)}
        >
          <span className="flex items-center gap-2">
            <span className="w-5 flex-none text-ink-2">{head.number}</span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{sayDay(dayIn(timeZone, new Date(head.frozenAt)), today)}</span>
              <span className="block truncate text-ink-3 text-meta">{head.p80}</span>
            </span>
            <RagMark status={head.status} withWord={false} />
          </span>
        </button>
      ))}
      {heads.length === 0 ? (
        <p className="px-5 py-3 text-ink-3 text-meta">No steering pack yet. Freeze the first.</p>
      ) : null}
    </nav>
  )
}
