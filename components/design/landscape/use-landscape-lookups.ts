import { useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import type { Choice } from "@/components/records/lookups"
import type { ComponentView } from "@/lib/design/catalogue/contract"
import { type LandscapeLine, landscapeAddresses } from "@/lib/design/landscape/landscape-item"
import { labelsOf } from "@/lib/design/landscape/paths"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { listComponents } from "@/lib/serve/api/generated/addresses"

/** A component as a choice: found by today's name and by every name it had. */
export function componentChoice({ key, name, seedName, formerNames, aliases, description }: ComponentView): Choice {
  const former = [...new Set([...formerNames.map((each) => each.name), ...(seedName ? [seedName] : [])])]
  const others = [...former, ...aliases].filter((each) => each !== name)
  const hint = [
    ...(former.length > 0 ? [`formerly ${former.join(", ")}`] : []),
    ...(aliases.length > 0 ? [`also ${aliases.join(", ")}`] : []),
  ].join("; ")
  return { value: key, label: name, hint: hint || description, also: [...others, key] }
}

/** What landscape items point at: people, phases, components by any name, other items by name or path. */
export function useLandscapeLookups(programmeId: string, roadmap: RoadmapView) {
  const components = useAnswer(listComponents, { programmeId }).data?.items
  const lines: readonly LandscapeLine[] | undefined = useAnswer(landscapeAddresses.list, { programmeId }).data?.items
  const more = useMemo(() => {
    const labels = labelsOf(lines ?? [])
    return {
      component: (components ?? []).map(componentChoice),
      "landscape-item": (lines ?? []).map(({ id, name }): Choice => {
        const { label, path } = labels.get(id) ?? { label: name, path: name }
        return { value: id, label, also: [path], ...(path === label ? {} : { hint: path }) }
      }),
    }
  }, [components, lines])
  const componentName = useMemo(() => new Map(more.component.map(({ value, label }) => [value, label])), [more])
  return { lookups: useProgrammeLookups(roadmap, more), componentName, lines: lines ?? none }
}
const none: readonly LandscapeLine[] = []
