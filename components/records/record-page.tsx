"use client"

import { type ReactNode, useMemo, useState } from "react"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { SidePanel } from "@/components/shell/side-panel"
import type { Column } from "@/components/table/column"
import { ColumnMenu, useColumnChoice } from "@/components/table/column-choice"
import { DataTable } from "@/components/table/data-table"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { filtered, noFilter } from "@/lib/records/filter"
import type { Draft, Fields, View } from "@/lib/records/record"
import { sayChange } from "@/lib/records/say-change"
import { changeTo, differences, titleOf } from "@/lib/records/slot"
import { wordsOf } from "@/lib/records/wording"
import { AddLine } from "./add-line"
import { BulkFields } from "./bulk-fields"
import { ConflictNotices } from "./conflict-notices"
import { type Lookups, wordsFrom } from "./lookups"
import { OwnFieldsPanel } from "./own-fields/own-fields-panel"
import { type RecordActions, RecordActionsProvider } from "./record-actions"
import { columnsOf, type OwnColumns } from "./record-columns"
import { RecordFilterButton } from "./record-filter"
import { RecordPanel } from "./record-panel"
import { ImportPanel } from "./sheets/import-panel"
import { SheetButtons } from "./sheets/sheet-buttons"
import { usePaste } from "./sheets/use-paste"
import { type RecordViewState, useRecordView } from "./use-record-view"
import { type RecordSetting, useRecords } from "./use-records"

/** A list of records with what its page does beside. `Line` is a record with whatever its list computes for it. */
export type RecordPageProps<F extends Fields, Code extends string, More extends object> = Omit<
  RecordSetting<F, Code, More>,
  "words"
> & {
  readonly lookups: Lookups
  /** The page's name, and its siblings. */
  readonly title: string
  readonly tabs: ReactNode
  /** Said where there is no record yet, to who may add one and to who may not. */
  readonly empty: string
  readonly addHint: string
  /** What a title alone makes. */
  readonly draftOf: (title: string) => Draft<F>
  /** Choices that go with a new record, before its title. */
  readonly addChoices?: ReactNode
  readonly columns?: OwnColumns<View<F> & More>
  /** What stands under the columns, by their names, for the records that are shown. Keep it stable. */
  readonly footers?: (shown: readonly (View<F> & More)[]) => Readonly<Record<string, ReactNode>>
  /** More acts on the selected records. */
  readonly bulkMore?: (rows: readonly (View<F> & More)[]) => ReactNode
  /** Fields that can be set for many records at once. */
  readonly bulk?: readonly string[]
  readonly actions?: (view: RecordViewState, records: readonly (View<F> & More)[]) => ReactNode
  /** Between the head of the page and the table. */
  readonly above?: (shown: readonly (View<F> & More)[], view: RecordViewState) => ReactNode
  /** Left of the table. */
  readonly beside?: (shown: readonly (View<F> & More)[], view: RecordViewState) => ReactNode
  /** Right of the table, as long as no record is open. */
  readonly facing?: (shown: readonly (View<F> & More)[], view: RecordViewState) => ReactNode
  /** More filters than those of the fields. */
  readonly narrow?: (records: readonly (View<F> & More)[]) => readonly (View<F> & More)[]
  readonly panel?: (row: View<F> & More, close: () => void, remove: () => void) => ReactNode
  readonly onRowKey?: (key: string, row: View<F> & More) => boolean
}

/** A page of a type of record: add line, table with filters, bulk edits and columns, and the record's panel. */
export function RecordPage<F extends Fields, Code extends string, More extends object = object>(
  props: RecordPageProps<F, Code, More>,
) {
  type Line = View<F> & More
  const { programmeId, of, lookups, title, tabs } = props
  const words = useMemo(() => wordsFrom(lookups), [lookups])
  const list = useRecords<F, Code, More>({ ...props, words })
  const { answer, records, slots, editor, mayEdit, unsaved } = list
  const view = useRecordView(slots)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [importing, setImporting] = useState<{ readonly pasted: File | null } | null>(null)
  const [editingFields, setEditingFields] = useState(false)
  const nameOf = (row: object) => titleOf(of, row)
  const actions = useMemo(
    (): RecordActions => ({
      ...{ slots, lookups, words, mayEdit, recordType: of.type, nameOf: (row) => titleOf(of, row) },
      set: (row, slot, value) => {
        const record = records.find(({ id }) => id === row.id)
        return record ? editor.change([record], changeTo<F>(slot, value)) : Promise.resolve(false)
      },
    }),
    [slots, lookups, words, mayEdit, of, records, editor],
  )
  const { narrow } = props
  const shown = useMemo(() => {
    const all = filtered(records, view.filter, slots, words)
    return narrow ? narrow(all) : all
  }, [records, view.filter, slots, words, narrow])
  const count = countText(shown.length, records.length, of.names)
  const { columns: own, footers } = props
  const feet = useMemo(() => footers?.(shown), [footers, shown])
  const columns = useMemo(
    (): readonly Column<Line>[] =>
      columnsOf<Line>(slots, of.title, words, mayEdit, {
        ...own,
        footers: { [of.title]: count, ...own?.footers, ...feet },
      }),
    [slots, of.title, words, mayEdit, own, count, feet],
  )
  const choice = useColumnChoice(of.type, columns)
  const heads = columns.filter(({ id }) => !choice.hidden.has(id)).map(({ header }) => header)
  usePaste(mayEdit, heads, (pasted) => setImporting({ pasted }))
  const opened = records.find(({ id }) => id === view.openId || editor.keyOf(id) === view.openId)
  const chosen = shown.filter(({ id }) => selected.has(id))
  const remove = (rows: readonly Line[]) => {
    void editor.remove(rows)
    if (rows.some(({ id }) => id === view.openId)) view.close()
    setSelected(new Set())
  }
  const closeTo = (row: Line) => () => remove([row])
  if (!answer.data)
    return (
      <>
        <PageBar title={title} tabs={tabs} />
        <PageBody fit="fill">
          {answer.error ? (
            <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
              {answer.error.message}
            </EmptyState>
          ) : (
            <SkeletonRows rows={12} label={`Loading ${of.names.many}`} />
          )}
        </PageBody>
      </>
    )
  return (
    <RecordActionsProvider actions={actions}>
      <PageBar
        title={title}
        tabs={tabs}
        actions={
          <>
            {props.actions?.(view, records)}
            <RecordFilterButton records={records} filter={view.filter} onChange={view.setFilter} />
            <span className="contents max-md:hidden">
              <SheetButtons {...{ of, programmeId, shown, mayEdit }} onImport={() => setImporting({ pasted: null })} />
              <ColumnMenu
                choice={choice}
                more={
                  answer.data.may.manage
                    ? [{ id: "own fields", label: "Custom fields", onSelect: () => setEditingFields(true) }]
                    : []
                }
              />
            </span>
          </>
        }
      />
      <PageBody
        fit="fill"
        panel={
          editingFields ? (
            <OwnFieldsPanel
              {...{ of, programmeId, fields: answer.data.ownFields }}
              onClose={() => setEditingFields(false)}
              onChanged={() => void answer.refetch()}
            />
          ) : importing ? (
            <ImportPanel
              {...{ of, programmeId, pasted: importing.pasted }}
              onClose={() => setImporting(null)}
              onImported={() => {
                setImporting(null)
                void answer.refetch()
              }}
            />
          ) : view.openId === null ? null : opened ? (
            (props.panel?.(opened, view.close, closeTo(opened)) ?? (
              <RecordPanel
                {...{ programmeId, row: opened, words: wordsOf(of), onClose: view.close, onRemove: closeTo(opened) }}
                eyebrow={`${capital(of.names.one)} ${opened.number}`}
              />
            ))
          ) : (
            <SidePanel recordId={view.openId} title="Not found" onClose={view.close}>
              <p className="text-ink-2">This {of.names.one} was removed, or the address is not right.</p>
            </SidePanel>
          )
        }
      >
        <ConflictNotices
          unsaved={unsaved}
          nameOf={nameOf}
          many={of.names.many}
          sayChange={(change, before) => sayChange(slots, before, change, words)}
          sayDifference={(looked, current) => sayDifference(slots, looked, current)}
          onMine={(each) => void editor.tryAgain(each)}
          onTheirs={(each) => editor.letGo(each)}
        />
        {props.above?.(shown, view)}
        {mayEdit ? (
          <AddLine
            label={`Add ${/^[aeiou]/i.test(of.names.one) ? "an" : "a"} ${of.names.one}`}
            hint={props.addHint}
            onAdd={async (text) => {
              const made = await list.add(props.draftOf(text))
              if (made) view.open(made.id)
              return made !== null
            }}
          >
            {props.addChoices}
          </AddLine>
        ) : null}
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          {props.beside?.(shown, view)}
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <DataTable<Line>
              label={capital(of.names.many)}
              {...{ rows: shown, columns, nameOf, sort: view.sort, hidden: choice.hidden, keyOf: editor.keyOf }}
              idOf={idOf}
              onSortChange={view.setSort}
              currentId={opened?.id ?? null}
              onOpen={(row) => {
                setImporting(null)
                setEditingFields(false)
                view.open(row.id)
              }}
              {...(props.onRowKey ? { onRowKey: props.onRowKey } : {})}
              {...(mayEdit ? { selected, onSelectedChange: setSelected } : {})}
              bulkActions={
                <>
                  <BulkFields
                    names={props.bulk ?? []}
                    rows={chosen}
                    onSet={(slot, value) => void editor.change(chosen, changeTo<F>(slot, value))}
                    onRemove={() => remove(chosen)}
                  />
                  {props.bulkMore?.(chosen)}
                </>
              }
              empty={
                records.length === 0 ? (
                  <EmptyState>{props.empty}</EmptyState>
                ) : (
                  <EmptyState action={<Button onClick={() => view.setFilter(noFilter)}>Clear the filter</Button>}>
                    No {of.names.one} matches the filter.
                  </EmptyState>
                )
              }
            />
          </div>
          {view.openId === null ? props.facing?.(shown, view) : null}
        </div>
      </PageBody>
    </RecordActionsProvider>
  )
}

const idOf = ({ id }: { readonly id: string }) => id
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const countText = (shown: number, all: number, { one, many }: { one: string; many: string }) =>
  shown === all ? `${all} ${all === 1 ? one : many}` : `${shown} of ${all} ${many}`

/** The fields in which two states of a record differ, in words. */
function sayDifference(slots: RecordActions["slots"], looked: object, current: object): string {
  const names = differences(slots, looked, current).map(({ slot }) => slot.field.about.label.toLowerCase())
  return names.length > 0 ? names.join(", ") : "it"
}
