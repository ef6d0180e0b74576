"use client"

import { type ReactNode, useMemo, useState } from "react"
import { BulkFields } from "@/components/records/bulk-fields"
import { ConflictNotices } from "@/components/records/conflict-notices"
import type { Lookups } from "@/components/records/lookups"
import { type RecordActions, RecordActionsProvider } from "@/components/records/record-actions"
import { RecordFilterButton } from "@/components/records/record-filter"
import { useRecordView } from "@/components/records/use-record-view"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { SidePanel } from "@/components/shell/side-panel"
import { useQueryOfPage } from "@/components/shell/use-query"
import { TreeTable } from "@/components/table/tree-table"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { AssessmentView } from "@/lib/design/gaps/contract"
import { byDimension, byKind, changesSince, type GapLine, totalOf } from "@/lib/design/gaps/lines"
import { type QuestionView, question } from "@/lib/design/gaps/question"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { filtered, noFilter } from "@/lib/records/filter"
import { sayChange } from "@/lib/records/say-change"
import { changeTo, differences, titleOf } from "@/lib/records/slot"
import { ChecklistMenu } from "./checklist-menu"
import { CompareMenu } from "./compare-menu"
import { GapPanel } from "./gap-panel"
import { type GapRow, gapColumns, rowsOf } from "./gaps-columns"
import { GapsSentence, isOnly, type Only, onlyWords } from "./gaps-sentence"
import { HeatMap } from "./heat-map"
import { RadarView } from "./radar-view"
import { useGapWork } from "./use-gap-work"
import type { Gaps } from "./use-gaps"
import { useLevelKeys } from "./use-level-keys"

const views = [
  { value: "grid", label: "Grid" },
  { value: "heat", label: "Heat map" },
  { value: "kind", label: "By kind" },
  { value: "radar", label: "Radar" },
] as const
type View = (typeof views)[number]["value"]

type GapsBoardProps = {
  programmeId: string
  tabs: ReactNode
  roadmap: RoadmapView
  lookups: Lookups
  gaps: Gaps
  dimensions: AssessmentView["dimensions"]
}

const idOf = ({ id }: GapRow) => id
const childrenOf = (row: GapRow) => (row.kind === "group" ? row.children : undefined)
const nameOfRow = (row: GapRow) => (row.kind === "group" ? row.group.name : row.line.question.name)

/** The assessment in its four views, one set of questions for every figure. */
export function GapsBoard({ programmeId, tabs, roadmap, lookups, gaps, dimensions }: GapsBoardProps) {
  const { list, words, lines, snapshots, snapshot } = gaps
  const { editor, slots, mayEdit, records } = list
  const [query, change] = useQueryOfPage()
  const place = useRecordView(slots)
  const work = useGapWork(programmeId)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const view: View = views.find(({ value }) => value === query.get("view"))?.value ?? "grid"
  const only = onlyIn(query.get("only"))
  const dimension = query.get("dimension")
  const shown = useMemo(() => {
    const kept = new Set(filtered(records, place.filter, slots, words).map(({ id }) => id))
    return lines.filter(
      (line) =>
        kept.has(line.id) && isOnly(only, line) && (dimension === null || line.question.dimension === dimension),
    )
  }, [lines, records, place.filter, slots, words, only, dimension])
  const total = useMemo(() => totalOf(shown, dimensions), [shown, dimensions])
  const groups = useMemo(
    () => (view === "kind" ? byKind(shown, dimensions) : byDimension(shown, dimensions)),
    [shown, dimensions, view],
  )
  const rows = useMemo(() => rowsOf(groups), [groups])
  const dimensionName = (key: string) => dimensions.find((each) => each.key === key)?.name ?? key
  const columns = useMemo(() => {
    const stages = new Map(roadmap.stages.map(({ id, number }) => [id, number]))
    const names = new Map(dimensions.map(({ key, name }) => [key, name]))
    return gapColumns({
      ...{ words, slots, mayEdit, total, compared: snapshot !== null, by: view === "kind" ? "kind" : "dimension" },
      dimensionName: (key) => names.get(key) ?? key,
      stageNumber: (id) => stages.get(id ?? "") ?? null,
    })
  }, [words, slots, mayEdit, total, snapshot, view, roadmap.stages, dimensions])
  const closed = useMemo(() => new Set(query.get("closed")?.split(",")), [query])
  const actions = useMemo(
    (): RecordActions => ({
      ...{ slots, lookups, words, mayEdit, recordType: question.type, nameOf: (row) => titleOf(question, row) },
      set: (row, slot, value) => {
        const record = records.find(({ id }) => id === row.id)
        return record
          ? editor.change([record], changeTo<(typeof question)["fields"]>(slot, value))
          : Promise.resolve(false)
      },
    }),
    [slots, lookups, words, mayEdit, records, editor],
  )
  const set = (line: GapLine, next: Partial<Pick<QuestionView, "asIs" | "toBe">>) => {
    if (mayEdit) void editor.change([line.question], next)
  }
  const openItem = (id: string) => window.location.assign(`/programmes/${programmeId}/roadmap/stages?item=${id}`)
  const onWork = (line: GapLine) => (line.item ? openItem(line.item.id) : mayEdit ? work.turn([line]) : undefined)
  const onKeyDown = useLevelKeys({ lines, openId: place.openId, set, work: onWork })
  const opened = lines.find(({ id }) => id === place.openId)
  const chosen = shown.filter(({ id }) => selected.has(id))
  const clear = () => {
    change({ only: null, dimension: null })
    place.setFilter(noFilter)
  }
  const panel = opened ? (
    <GapPanel
      {...{ programmeId, line: opened, words, mayEdit, snapshot: snapshot?.name ?? null, onClose: place.close }}
      dimension={dimensionName(opened.question.dimension)}
      onSet={(next) => set(opened, next)}
      onWork={() => onWork(opened)}
      onRemove={opened.question.key === null ? () => void editor.remove([opened.question]) : null}
    />
  ) : place.openId === null ? null : (
    <SidePanel recordId={place.openId} title="Not found" onClose={place.close}>
      <p className="text-ink-2">This question was removed or left out, or the address is not right.</p>
    </SidePanel>
  )
  return (
    <RecordActionsProvider actions={actions}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys of the table and the panel inside */}
      <div className="contents" onKeyDown={onKeyDown}>
        <PageBar
          title="Architecture: Gaps"
          tabs={tabs}
          actions={
            <>
              <SegmentedControl
                label="View"
                value={view}
                options={views}
                onChange={(next) => change({ view: next === "grid" ? null : next })}
              />
              <CompareMenu
                {...{ programmeId, snapshots, mayEdit, today: roadmap.today, chosen: snapshot }}
                changes={changesSince(shown)}
                nameOf={(id) => words.nameOf("person", id)}
                onChoose={(id) => change({ with: id })}
              />
              <RecordFilterButton records={records} filter={place.filter} onChange={place.setFilter} />
              <ChecklistMenu programmeId={programmeId} mayEdit={mayEdit} />
            </>
          }
        />
        <PageBody fit="fill" panel={view === "grid" || view === "kind" ? panel : null}>
          <ConflictNotices
            unsaved={list.unsaved}
            nameOf={(row) => titleOf(question, row)}
            many={question.names.many}
            sayChange={(next, before) => sayChange(slots, before, next, words)}
            sayDifference={(looked, current) =>
              differences(slots, looked, current)
                .map(({ slot }) => slot.field.about.label.toLowerCase())
                .join(", ") || "it"
            }
            onMine={(each) => void editor.tryAgain(each)}
            onTheirs={(each) => editor.letGo(each)}
          />
          <GapsSentence
            {...{
              lines: shown,
              total,
              only,
              snapshot: snapshot?.name ?? null,
              withKey: !panel && view !== "radar" && view !== "heat",
            }}
            onOnly={(next) => change({ only: next })}
          />
          {view === "heat" ? (
            <HeatMap
              {...{ lines: shown, dimensions, stages: roadmap.stages }}
              onOpen={(stageId, key) => change({ view: null, stageId, dimension: key }, "push")}
            />
          ) : view === "radar" ? (
            <RadarView {...{ groups, total, snapshot: snapshot?.name ?? null }} />
          ) : (
            <TreeTable<GapRow>
              label="Gaps"
              {...{ rows, columns, idOf, childrenOf, nameOf: nameOfRow, currentId: opened?.id ?? null }}
              onOpen={(row) => (row.kind === "question" ? place.open(row.id) : undefined)}
              collapsed={closed}
              onCollapsedChange={(next) => change({ closed: [...next].filter(Boolean).join(",") || null })}
              {...(mayEdit ? { selected, onSelectedChange: setSelected } : {})}
              bulkActions={
                <>
                  <Button kbd="W" onClick={() => work.turn(chosen)} busy={work.busy}>
                    Turn into work
                  </Button>
                  <BulkFields
                    names={["weight", "confidence", "ownerId"]}
                    rows={chosen.map((line) => line.question)}
                    onSet={(slot, value) =>
                      void editor.change(
                        chosen.map((line) => line.question),
                        changeTo<(typeof question)["fields"]>(slot, value),
                      )
                    }
                  />
                </>
              }
              empty={
                <EmptyState action={<Button onClick={clear}>Clear the filter</Button>}>
                  No question matches the filter.
                </EmptyState>
              }
            />
          )}
        </PageBody>
      </div>
    </RecordActionsProvider>
  )
}

const onlyIn = (text: string | null): Only | null => {
  const found = Object.keys(onlyWords).find((key) => key === text)
  return found === "unproved" || found === "nowork" || found === "facts" ? found : null
}
