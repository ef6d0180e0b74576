"use client"

import { type ReactNode, useCallback, useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { useSortInAddress } from "@/components/shell/use-sort"
import { ColumnMenu, useColumnChoice } from "@/components/table/column-choice"
import { DataTable } from "@/components/table/data-table"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { type CatalogueFilter, filtered, noFilter, readFilter, writeFilter } from "@/lib/design/catalogue/filter"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"
import { ArchitectureTabs } from "./architecture-tabs"
import { CatalogueChips, CatalogueFilterButton, CatalogueSearch } from "./catalogue-filter"
import { type ComponentRow, componentColumns } from "./component-columns"
import { ContestedNotices } from "./contested-notice"
import { OpenComponent } from "./open-component"
import { useCatalogue } from "./use-catalogue"
import { useOpenComponent } from "./use-open-component"

const idOf = (row: ComponentRow) => row.component.key
const nameOf = (row: ComponentRow) => row.component.name

/** Architecture: the catalogue of components, found by any name they had, with what the programme does with each. */
export function ComponentsPage({ programmeId }: { programmeId: string }) {
  const actions = useCatalogue(programmeId)
  const roadmap = useAnswer(getRoadmap, { programmeId }).data
  const [query, change] = useQueryOfPage()
  const text = query.toString()
  const filter = useMemo(() => readFilter(new URLSearchParams(text)), [text])
  const setFilter = useCallback((next: CatalogueFilter) => change(writeFilter(next)), [change])
  const [sort, setSort] = useSortInAddress()
  const opened = useOpenComponent()
  const { components, data, adopt } = actions
  const sections = data?.sections ?? []
  const rows = useMemo(() => {
    const places = new Map(data?.sections.map(({ key, name }, at) => [key, { place: at + 1, name }]))
    return filtered(components, filter).map(
      (found): ComponentRow => ({
        ...found,
        section: places.get(found.component.section) ?? { place: 99, name: found.component.section },
        stages: roadmap?.stages.filter(({ key }) => found.component.stageKeys.includes(key)) ?? [],
      }),
    )
  }, [components, data, filter, roadmap])
  const total =
    rows.length === components.length
      ? `${rows.length} components`
      : `${rows.length} of ${components.length} components`
  const mayEdit = roadmap?.me.may.editComponents ?? false
  const columns = useMemo(
    () => componentColumns(mayEdit ? (key, state) => void adopt(key, { state }) : null, total),
    [mayEdit, adopt, total],
  )
  const choice = useColumnChoice("components", columns)
  const filterProps = { filter, sections, onChange: setFilter }
  return (
    <>
      <PageBar
        title="Architecture: Components"
        tabs={<ArchitectureTabs programmeId={programmeId} current="components" />}
        actions={
          <>
            <CatalogueChips {...filterProps} />
            <CatalogueSearch text={filter.text} onChange={(next) => setFilter({ ...filter, text: next })} />
            <CatalogueFilterButton {...filterProps} />
            <span className="contents max-md:hidden">
              <ColumnMenu choice={choice} />
            </span>
          </>
        }
      />
      <PageBody fit="fill" panel={<OpenComponent {...{ programmeId, actions, roadmap, opened }} />}>
        <ContestedNotices actions={actions} />
        <Answered answer={actions.answer}>
          <DataTable
            label="Components"
            {...{ rows, columns, idOf, nameOf, sort }}
            hidden={choice.hidden}
            onSortChange={setSort}
            currentId={opened.key}
            onOpen={(row) => opened.open(row.component.key)}
            empty={
              <EmptyState action={<Button onClick={() => setFilter(noFilter)}>Clear filters</Button>}>
                No matching components.
              </EmptyState>
            }
          />
        </Answered>
      </PageBody>
    </>
  )
}

type AnsweredProps = { answer: ReturnType<typeof useCatalogue>["answer"]; children: ReactNode }

/** The catalogue once it is there; rows on their way, or why it could not be read, until then. */
export function Answered({ answer, children }: AnsweredProps) {
  if (answer.data) return children
  if (answer.isPending) return <SkeletonRows rows={16} label="Loading the catalogue" />
  return (
    <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
      {answer.error?.message ?? "The catalogue couldn't be loaded."}
    </EmptyState>
  )
}
