"use client"

import { useMemo } from "react"
import { AssuranceTabs } from "@/components/assurance/assurance-tabs"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { SidePanel } from "@/components/shell/side-panel"
import { useSortInAddress } from "@/components/shell/use-sort"
import { useColumnChoice } from "@/components/table/column-choice"
import { DataTable } from "@/components/table/data-table"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { useToasts } from "@/components/ui/toasts"
import { mayComeTrue } from "@/lib/plan/risks/materialise"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"
import { AddEntry } from "./add-entry"
import { ContestedEntries } from "./contested-entries"
import { EntryPanel } from "./entry-panel"
import { Matrix } from "./matrix"
import { RegisterBar } from "./register-bar"
import { type RegisterRow, registerColumns } from "./register-columns"
import { EditContext } from "./register-editors"
import { useRegisterView, useShown } from "./register-view"
import { type RegisterHand, useRegister } from "./use-register"

/** Assurance: what may go wrong, what is taken for granted, what has gone wrong and what others owe us. */
export function RisksPage({ programmeId }: { programmeId: string }) {
  const { data: roadmap, error } = useAnswer(getRoadmap, { programmeId })
  const hand = useRegister(programmeId, roadmap?.today)
  const { answer } = hand
  if (roadmap && answer.data) return <Register {...{ programmeId, roadmap, hand }} />
  const failed = error ?? answer.error
  return (
    <>
      <PageBar title="Assurance: Risks" tabs={<AssuranceTabs programmeId={programmeId} current="risks" />} />
      <PageBody fit="fill">
        {failed ? (
          <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
            {failed.message}
          </EmptyState>
        ) : (
          <SkeletonRows rows={12} label="The register is on its way" />
        )}
      </PageBody>
    </>
  )
}

const idOf = ({ line }: RegisterRow) => line.id
const nameOf = ({ line }: RegisterRow) => line.title

type RegisterProps = { programmeId: string; roadmap: RoadmapView; hand: RegisterHand }

function Register({ programmeId, roadmap, hand }: RegisterProps) {
  const { entries, mayEdit, change } = hand
  const view = useRegisterView()
  const [sort, setSort] = useSortInAddress()
  const { ofKind, shown } = useShown(entries, view)
  const rows = useMemo(() => shown.map((line) => rowOf(line, roadmap)), [shown, roadmap])
  const columns = useMemo(
    () => registerColumns(roadmap.today, mayEdit, totalsOf(shown, entries.length)),
    [roadmap.today, mayEdit, shown, entries.length],
  )
  const choice = useColumnChoice("register", columns)
  const happen = useHappen(hand, view.open)
  const edit = useMemo(
    () => ({ roadmap, change: (...asked: Parameters<typeof change>) => void change(...asked), happen }),
    [roadmap, change, happen],
  )
  const opened = entries.find(({ id }) => id === view.entryId)
  const onRowKey = (key: string, { line }: RegisterRow) => {
    if (key !== "t" || !mayEdit || !mayComeTrue(line)) return false
    happen(line)
    return true
  }
  return (
    <EditContext value={edit}>
      <PageBar
        title="Assurance: Risks"
        tabs={<AssuranceTabs programmeId={programmeId} current="risks" />}
        actions={<RegisterBar entries={entries} view={view} choice={choice} />}
      />
      <PageBody
        fit="fill"
        panel={
          view.entryId === null ? null : opened ? (
            <EntryPanel
              {...{ programmeId, roadmap, hand }}
              line={opened}
              all={entries}
              onHappen={happen}
              onOpen={view.open}
              onClose={view.close}
            />
          ) : (
            <SidePanel recordId={view.entryId} title="Not here" onClose={view.close}>
              <p className="text-ink-2">It was taken out of the register, or the address is not quite right.</p>
            </SidePanel>
          )
        }
      >
        <ContestedEntries hand={hand} />
        {mayEdit ? <AddEntry programmeId={programmeId} kind={view.kind ?? "risk"} onAdded={view.open} /> : null}
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          {view.withMatrix ? (
            <div className="w-[340px] flex-none overflow-y-auto border-line border-r max-lg:max-h-[46%] max-lg:w-full max-lg:border-r-0 max-lg:border-b">
              <Matrix entries={ofKind} chosen={view.cell} onChoose={view.setCell} />
            </div>
          ) : null}
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <DataTable
              label="Register"
              {...{ rows, columns, idOf, nameOf, sort, onRowKey }}
              hidden={choice.hidden}
              onSortChange={setSort}
              currentId={view.entryId}
              onOpen={(row) => view.open(row.line.id)}
              empty={<NothingShown isEmpty={entries.length === 0} mayEdit={mayEdit} onAll={view.showAll} />}
            />
          </div>
        </div>
      </PageBody>
    </EditContext>
  )
}

function NothingShown({ isEmpty, mayEdit, onAll }: { isEmpty: boolean; mayEdit: boolean; onAll: () => void }) {
  if (!isEmpty)
    return <EmptyState action={<Button onClick={onAll}>Show everything</Button>}>No entry is like that.</EmptyState>
  return (
    <EmptyState>
      {mayEdit
        ? "Nothing is written down yet; type what could happen in the line above, and Enter adds it."
        : "Nothing is written down yet."}
    </EmptyState>
  )
}

const rowOf = (line: RegisterLine, { people, workstreams, gates }: RoadmapView): RegisterRow => ({
  line,
  owner: people.find(({ id }) => id === line.ownerId) ?? null,
  places: [
    ...workstreams.filter(({ id }) => line.workstreamIds.includes(id)).map(({ name }) => name),
    ...gates.filter(({ id }) => line.gateIds.includes(id)).map(({ name }) => name),
  ],
})

function totalsOf(shown: readonly RegisterLine[], all: number) {
  const sum = shown.reduce(
    (total, { state, expectedDelay }) => total + (state === "open" ? (expectedDelay ?? 0) : 0),
    0,
  )
  const count = shown.length === all ? `${all}` : `${shown.length} of ${all}`
  return { count: `${count} ${all === 1 ? "entry" : "entries"}`, delay: sum > 0 ? `${sum.toFixed(1)} expected` : "" }
}

/** Makes an issue of what came true and says so, with the way to it. */
function useHappen({ happen }: RegisterHand, open: (id: string) => void) {
  const { show } = useToasts()
  return useMemo(() => {
    const run = async (line: RegisterLine) => {
      const issue = await happen(line)
      if (!issue) return
      const action = { label: "Open the issue", run: () => open(issue.id) }
      show({ text: `"${line.title}" came true; it is issue ${issue.number} now`, action })
    }
    return (line: RegisterLine) => void run(line)
  }, [happen, open, show])
}
