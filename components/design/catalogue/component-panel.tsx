"use client"

import Link from "next/link"
import { TextSection } from "@/components/records/text-section"
import { Section as PanelSection } from "@/components/shell/section"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { Icon } from "@/components/ui/icon"
import { Select } from "@/components/ui/select"
import type { ComponentView } from "@/lib/design/catalogue/contract"
import { statusName } from "@/lib/design/catalogue/filter"
import { sayMonth } from "@/lib/design/catalogue/planes"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { AdoptionMark, adoptionOptions } from "./adoption-mark"
import type { AdoptionChange } from "./use-catalogue"

type ComponentPanelProps = {
  component: ComponentView
  section: string
  plane: string
  roadmap: RoadmapView | undefined
  programmeId: string
  adopt: (key: string, change: AdoptionChange) => Promise<boolean>
  onClose: () => void
}

/** One component: what it is, what it was called, where it is documented, and what the programme does with it. */
export function ComponentPanel(props: ComponentPanelProps) {
  const { component, section, plane, roadmap, programmeId, adopt, onClose } = props
  const mayEdit = roadmap?.me.may.editComponents ?? false
  const stages = roadmap?.stages.filter(({ key }) => component.stageKeys.includes(key)) ?? []
  return (
    <SidePanel recordId={component.key} title={component.name} eyebrow={section} onClose={onClose}>
      <Properties>
        <Property label="Adoption">
          {mayEdit ? (
            <Select
              label={`Adoption of ${component.name}`}
              hideLabel
              look="bare"
              options={adoptionOptions}
              value={component.adoption}
              onChange={(state) => void adopt(component.key, { state })}
              className="flex-1"
            />
          ) : (
            <AdoptionMark state={component.adoption} />
          )}
        </Property>
        <Property label="Status">{statusName(component.status)}</Property>
        <Property label="Plane">{plane}</Property>
        <Property label="Stages">
          <span>
            {stages.length === 0 ? "Not used in this programme" : null}
            {stages.map(({ id, key, number, name }, at) => (
              <span key={id}>
                {at > 0 ? ", " : ""}
                <Link
                  href={`/programmes/${programmeId}/roadmap/stages?stage=${key}`}
                  className="rounded-sm decoration-1 underline-offset-2 hover:underline"
                >
                  {number} {name}
                </Link>
              </span>
            ))}
          </span>
        </Property>
      </Properties>
      <p className="mt-4 text-pretty text-ink-2">{component.description}</p>
      {component.note ? <p className="mt-2 text-pretty text-ink-2">{component.note}</p> : null}
      <TextSection
        title="Note"
        draftKey={`component ${component.key}`}
        text={component.adoptionNote ?? ""}
        mayEdit={mayEdit}
        onSave={(note) => adopt(component.key, { note: note || null })}
      />
      <Names component={component} />
      <Docs component={component} />
      <p className="mt-5 text-ink-3 text-meta">
        Checked in {sayMonth(component.asOf)}: {component.source}.
      </p>
    </SidePanel>
  )
}

function Names({ component }: { component: ComponentView }) {
  const { formerNames, aliases, seedName, name } = component
  const known = new Set([name, ...formerNames.map((former) => former.name), ...aliases])
  const rows = [
    { name, when: "today" },
    ...formerNames.map((former) => ({
      name: former.name,
      when: former.until ? `until ${sayMonth(former.until)}` : "before",
    })),
    ...aliases.map((alias) => ({ name: alias, when: "also called" })),
    ...(seedName && !known.has(seedName) ? [{ name: seedName, when: "in the roadmap" }] : []),
  ]
  return (
    <PanelSection title="Names">
      <ul>
        {rows.map(({ name: each, when }) => (
          <li key={`${each} ${when}`} className="flex justify-between gap-3 py-0.5">
            <span className="min-w-0 break-words">{each}</span>
            <span className="flex-none text-ink-3 text-meta leading-5">{when}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

function Docs({ component }: { component: ComponentView }) {
  if (component.docs.length === 0) return null
  return (
    <PanelSection title="Documentation">
      <ul>
        {component.docs.map((address) => (
          <li key={address}>
            <a
              href={address}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex max-w-full items-center gap-1.5 py-0.5 text-accent underline decoration-1 underline-offset-2"
            >
              <span className="truncate">{new URL(address).pathname.replace(/^\/|\/$/g, "")}</span>
              <Icon name="external" size={12} />
            </a>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
