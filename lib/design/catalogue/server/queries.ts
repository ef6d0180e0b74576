import { database, type Transaction } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { loadRelease } from "@/lib/pack/server/releases"
import { componentsOf } from "../catalogue"
import type { ComponentView } from "../contract"

/** The catalogue of the programme's release with its adoptions. */
export async function readCatalogue(reader: Pick<Transaction, "programme" | "componentAdoption">, programmeId: string) {
  const { packRelease, clouds } = await reader.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true, clouds: true },
  })
  const rows = await reader.componentAdoption.findMany({ where: { programmeId } })
  const adoptions = new Map(
    rows.map(({ componentKey, state, note, version }) => [componentKey, { state, note, version }]),
  )
  const release = loadRelease(packRelease)
  return { release, components: componentsOf(release, adoptions, clouds) }
}

export async function findComponents(actor: ProgrammeActor) {
  const { release, components } = await readCatalogue(database().prisma, actor.programmeId)
  const items: ComponentView[] = components
  return {
    items,
    sections: release.sections.map(({ key, name }) => ({ key, name })),
    planes: release.planes.map(({ key, name, contents }) => ({ key, name, contents })),
  }
}

/** Whether all of these are keys of components in the programme's release. */
export async function areComponents(tx: Pick<Transaction, "programme">, programmeId: string, keys: readonly string[]) {
  const { packRelease } = await tx.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  const known = new Set(loadRelease(packRelease).sections.flatMap((each) => each.components.map(({ key }) => key)))
  return keys.every((key) => known.has(key))
}

/** Every name that a component of the programme's release has or had, by its key; the present name first. */
export async function namesOfComponents(tx: Pick<Transaction, "programme">, programmeId: string) {
  const { packRelease } = await tx.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  const components = loadRelease(packRelease).sections.flatMap((each) => each.components)
  return components.map(({ key, name, aliases, formerNames }) => ({
    key,
    names: [name, ...formerNames.map((former) => former.name), ...aliases, key],
  }))
}
