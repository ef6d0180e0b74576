"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Properties, Property } from "@/components/shell/side-panel"
import { Pill } from "@/components/ui/pill"
import type { WorkstreamGuide } from "@/lib/pack/guide"
import type { WorkstreamView } from "@/lib/plan/roadmap/views"
import { getWorkstreamGuide } from "@/lib/serve/api/generated/addresses"
import { useWorkActions } from "../work-context"

/** What the roadmap knows about a workstream: accelerators, components and, where asked, who takes part. */
export function Guide({ workstream, withRaci = false }: { workstream: WorkstreamView; withRaci?: boolean }) {
  const { packRelease } = useWorkActions().work.roadmap.programme
  const answer = useAnswer(getWorkstreamGuide, { releaseKey: packRelease, workstreamKey: workstream.key })
  const guide = answer.data
  if (!guide) return null
  return (
    <>
      {withRaci ? <Raci raci={guide.raci} /> : null}
      {guide.accelerators.length > 0 ? (
        <Section title="Accelerators">
          <ul className="flex flex-col gap-2">
            {guide.accelerators.map(({ key, name, howTo }) => (
              <li key={key}>
                <details>
                  <summary>{name}</summary>
                  <p className="mt-1 text-pretty text-ink-2">{howTo}</p>
                </details>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {guide.components.length > 0 ? (
        <Section title="Components">
          <ul className="flex flex-wrap gap-1.5">
            {guide.components.map(({ key, name, description }) => (
              <li key={key} title={description}>
                <Pill>{name}</Pill>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function Raci({ raci }: { raci: WorkstreamGuide["raci"] }) {
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(", ")
  return (
    <Section title="Roles">
      <Properties>
        <Property label="Responsible">{raci.responsible.name}</Property>
        <Property label="Accountable">{raci.accountable.name}</Property>
        {raci.consulted.length > 0 ? <Property label="Consulted">{names(raci.consulted)}</Property> : null}
        {raci.informed.length > 0 ? <Property label="Informed">{names(raci.informed)}</Property> : null}
      </Properties>
    </Section>
  )
}
