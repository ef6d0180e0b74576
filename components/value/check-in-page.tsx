"use client"

import Link from "next/link"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button, buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { addressesOf } from "@/lib/records/addresses"
import { type KpiRefusal, kpi } from "@/lib/value/kpi"
import type { KpiLine, KpiMore } from "@/lib/value/kpi-line"
import { sayShort } from "@/lib/value/say-value"
import { CheckInForm } from "./check-in-form"
import { CheckInList, type Said, Steps } from "./check-in-list"

const kpiAddresses = addressesOf<(typeof kpi)["fields"], KpiRefusal, KpiMore>(kpi)

/** Value: walks through every check-in that is due. */
export function CheckInPage({ programmeId }: { programmeId: string }) {
  return (
    <WithRoadmap programmeId={programmeId} title="Check-in" tabs={null}>
      {(roadmap) => <CheckInMode programmeId={programmeId} roadmap={roadmap} />}
    </WithRoadmap>
  )
}

type ModeProps = { programmeId: string; roadmap: RoadmapView }

function CheckInMode({ programmeId, roadmap }: ModeProps) {
  const { data, error, refetch } = useAnswer(kpiAddresses.list, { programmeId })
  if (!data)
    return (
      <>
        <PageBar title="Check-in" />
        <PageBody fit="fill">
          {error ? (
            <EmptyState action={<Button onClick={() => void refetch()}>Try again</Button>}>{error.message}</EmptyState>
          ) : (
            <SkeletonRows rows={8} label="Loading check-ins" />
          )}
        </PageBody>
      </>
    )
  return <Walk {...{ programmeId, roadmap }} lines={data.items} mayAll={data.may.edit} />
}

type WalkProps = ModeProps & { lines: readonly KpiLine[]; mayAll: boolean }

/** The list is fixed when the walk begins, so that what is saved keeps its place. */
function Walk({ programmeId, roadmap, lines, mayAll }: WalkProps) {
  const router = useRouter()
  const [query] = useQueryOfPage()
  const { today, programme, me, people } = roadmap
  const home = `/programmes/${programmeId}/value/kpis`
  const [asked] = useState(() => query.get("kpi"))
  const [dueIds] = useState(() => dueOf(lines).map(({ id }) => id))
  const isMine = ({ ownerId }: KpiLine) => ownerId === me.personId
  const byId = new Map(lines.map((line) => [line.id, line]))
  const all = (asked && !dueIds.includes(asked) ? [asked] : dueIds)
    .map((id) => byId.get(id))
    .filter((line) => line !== undefined)
  const mine = all.filter(isMine)
  const [scope, setScope] = useState<"mine" | "all">(mayAll ? "all" : "mine")
  const walk = scope === "mine" ? mine : all
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const [at, setAt] = useState(() => Math.max(0, asked ? walk.findIndex(({ id }) => id === asked) : 0))
  const current = walk[at]
  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? null
  const leave = () => router.push(home)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) router.push(home)
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [router, home])
  const next = lines
    .map(({ due }) => (due.state === "later" ? due.period.to : null))
    .filter((day) => day !== null)
    .sort()[0]
  return (
    <>
      <PageBar
        title="Check-in"
        tabs={
          <div className="flex items-center gap-3 max-md:h-10">
            <span aria-hidden="true" className="text-title">
              Check-in
            </span>
            {walk.length > 0 ? (
              <>
                <span className="text-ink-3">
                  {Math.min(at + 1, walk.length)} of {walk.length}
                </span>
                <Steps count={walk.length} at={at} done={walk.map(({ id }) => said.has(id))} />
              </>
            ) : null}
          </div>
        }
        actions={
          <>
            <span className="text-ink-3 text-meta max-lg:hidden">saved as you go</span>
            {mayAll ? (
              <SegmentedControl
                label="Whose check-ins"
                value={scope}
                options={[
                  { value: "mine", label: `Mine, ${mine.length}` },
                  { value: "all", label: `All due, ${all.length}` },
                ]}
                onChange={(value) => {
                  setScope(value)
                  setAt(0)
                }}
              />
            ) : null}
            <Button kbd="Esc" onClick={leave}>
              Leave
            </Button>
          </>
        }
      />
      <PageBody fit="fill">
        {walk.length === 0 ? (
          <EmptyState
            action={
              <Link href={home} className={buttonStyle()}>
                Back to the KPIs
              </Link>
            }
          >
            Nothing is due.{next ? ` Next check-in ${sayShort(next, today)}.` : ""}
          </EmptyState>
        ) : (
          <div className="flex min-h-0 flex-1">
            <CheckInList
              lines={walk}
              said={said}
              currentId={current?.id ?? null}
              onChoose={setAt}
              {...{ today }}
              currency={programme.currency}
            />
            {current ? (
              <CheckInForm
                key={current.id}
                {...{ programmeId, today }}
                currency={programme.currency}
                line={current}
                owner={nameOf(current.ownerId)}
                isMine={isMine(current)}
                onSaved={(value) => {
                  setSaid(new Map([...said, [current.id, value]]))
                  setAt(at + 1)
                }}
                onBack={at > 0 ? () => setAt(at - 1) : null}
                onSkip={() => setAt(at + 1)}
              />
            ) : (
              <EmptyState
                action={
                  <Link href={home} className={buttonStyle({ variant: "primary" })}>
                    Back to the KPIs
                  </Link>
                }
              >
                {said.size} of {walk.length} checked in.
                {said.size < walk.length
                  ? " What you skipped stays due."
                  : next
                    ? ` Next check-in ${sayShort(next, today)}.`
                    : ""}
              </EmptyState>
            )}
          </div>
        )}
      </PageBody>
    </>
  )
}

/** What is asked for, overdue first, then by its last day. */
const dueOf = (lines: readonly KpiLine[]): readonly KpiLine[] =>
  lines
    .filter(({ due }) => due.state !== "later")
    .toSorted((a, b) => (a.due.dueDay < b.due.dueDay ? -1 : a.due.dueDay > b.due.dueDay ? 1 : a.number - b.number))
