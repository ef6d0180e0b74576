"use client"

import { SidePanel } from "@/components/shell/side-panel"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { ComponentPanel } from "./component-panel"
import type { CatalogueActions } from "./use-catalogue"
import type { OpenedComponent } from "./use-open-component"

type OpenComponentProps = {
  programmeId: string
  actions: CatalogueActions
  roadmap: RoadmapView | undefined
  opened: OpenedComponent
}

/** The panel of the component in the address, also when a filter hides its row. */
export function OpenComponent({ programmeId, actions, roadmap, opened }: OpenComponentProps) {
  const { data, components, adopt } = actions
  if (opened.key === null || !data) return null
  const component = components.find(({ key }) => key === opened.key)
  if (!component)
    return (
      <SidePanel recordId={opened.key} title="Not found" onClose={opened.close}>
        <p className="text-ink-2">This release has no component with that key. Check the link.</p>
      </SidePanel>
    )
  const nameIn = (list: readonly { key: string; name: string }[], wanted: string) =>
    list.find(({ key }) => key === wanted)?.name ?? wanted
  return (
    <ComponentPanel
      {...{ component, roadmap, programmeId, adopt }}
      section={nameIn(data.sections, component.section)}
      plane={nameIn(data.planes, component.plane)}
      onClose={opened.close}
    />
  )
}
