import * as z from "zod"
import { Key } from "./key"
import { Accelerator, Component, type Release } from "./release"

const Named = z.strictObject({ key: Key, name: z.string() })

/** What a release knows about a workstream besides its work: who takes part, what of the platform it is about, what makes it faster. */
export const WorkstreamGuide = z
  .strictObject({
    key: Key,
    raci: z.strictObject({
      responsible: Named,
      accountable: Named,
      consulted: z.array(Named),
      informed: z.array(Named),
    }),
    components: z.array(
      z.strictObject({ key: Key, name: z.string(), status: Component.shape.status, description: z.string() }),
    ),
    accelerators: z.array(Accelerator.omit({ workstreams: true })),
  })
  .meta({ id: "WorkstreamGuide" })
export type WorkstreamGuide = z.output<typeof WorkstreamGuide>

/** The guide of a workstream by its key; null where the release has no such workstream. */
export function guideOf(release: Release, workstreamKey: string): WorkstreamGuide | null {
  const workstream = release.stages.flatMap(({ workstreams }) => workstreams).find(({ key }) => key === workstreamKey)
  if (!workstream) return null
  const { raci, components } = workstream
  const role = (key: string) => ({ key, name: release.roles.find((each) => each.key === key)?.name ?? key })
  return {
    key: workstreamKey,
    raci: {
      responsible: role(raci.responsible),
      accountable: role(raci.accountable),
      consulted: raci.consulted.map(role),
      informed: raci.informed.map(role),
    },
    components: release.sections
      .flatMap((section) => section.components)
      .filter(({ key }) => components.includes(key))
      .map(({ key, name, status, description }) => ({ key, name, status, description })),
    accelerators: release.accelerators
      .filter(({ workstreams }) => workstreams.includes(workstreamKey))
      .map(({ key, name, howTo }) => ({ key, name, howTo })),
  }
}
