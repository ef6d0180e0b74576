"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { adoptionStates } from "@/lib/design/catalogue/adoption"
import { type Plane, planesOf } from "@/lib/design/catalogue/planes"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"
import { AdoptionMark } from "./adoption-mark"
import { ArchitectureTabs } from "./architecture-tabs"
import { Answered } from "./components-page"
import { ContestedNotices } from "./contested-notice"
import { OpenComponent } from "./open-component"
import { useCatalogue } from "./use-catalogue"
import { type OpenedComponent, useOpenComponent } from "./use-open-component"

/** Architecture: the six planes of the platform with their components, and what the programme does with each. */
export function PlanesPage({ programmeId }: { programmeId: string }) {
  const actions = useCatalogue(programmeId)
  const roadmap = useAnswer(getRoadmap, { programmeId }).data
  const opened = useOpenComponent()
  const planes = planesOf(actions.data?.planes ?? [], actions.components)
  return (
    <>
      <PageBar
        title="Architecture: Planes"
        tabs={<ArchitectureTabs programmeId={programmeId} current="planes" />}
        actions={<Legend />}
      />
      <PageBody panel={<OpenComponent {...{ programmeId, actions, roadmap, opened }} />}>
        <ContestedNotices actions={actions} />
        <Answered answer={actions.answer}>
          <div className="@container">
            <div className="grid gap-x-0 @[720px]:grid-cols-2 @[1020px]:grid-cols-3">
              {planes.map((plane) => (
                <PlaneBand key={plane.key} plane={plane} opened={opened} />
              ))}
            </div>
          </div>
        </Answered>
      </PageBody>
    </>
  )
}

function Legend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-meta max-md:hidden">
      {adoptionStates.map((state) => (
        <li key={state}>
          <AdoptionMark state={state} />
        </li>
      ))}
    </ul>
  )
}

function PlaneBand({ plane, opened }: { plane: Plane; opened: OpenedComponent }) {
  const { name, contents, components, taken } = plane
  return (
    <section aria-label={name} className="min-w-0 border-line border-r border-b pt-3.5 pb-4">
      <div className="mb-1.5 px-5 max-md:px-4">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="truncate">{name}</h2>
          <span className="flex-none text-ink-3 text-meta">
            {taken} of {components.length} adopted
          </span>
        </div>
        <p className="truncate text-ink-3 text-meta" title={contents}>
          {contents}
        </p>
      </div>
      <ul>
        {components.map(({ key, name: called, adoption }) => (
          <li key={key}>
            <button
              type="button"
              aria-current={key === opened.key || undefined}
              onClick={() => opened.open(key)}
              className="inset-focus flex h-7 w-full min-w-0 items-center gap-3 px-5 text-left hover:bg-hover aria-[current]:bg-selected max-md:h-9 max-md:px-4"
            >
              <span className="min-w-0 flex-1 truncate">{called}</span>
              <AdoptionMark state={adoption} className="flex-none text-meta" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
