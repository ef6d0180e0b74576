import type { RegisterEntryView } from "@/lib/plan/risks/register"
import { riskInput } from "./inputs"
import type { WhatIf } from "./what-if-shape"

/** The register with some entries switched: off does not delay, on delays for certain. Unknown ids change nothing. */
export function switched(
  register: readonly RegisterEntryView[],
  switches: WhatIf["risks"],
): readonly RegisterEntryView[] {
  const known = new Map(switches.map(({ id, on }) => [id, on]))
  return register.flatMap((entry): RegisterEntryView[] => {
    const on = known.get(entry.id)
    if (on === undefined) return [entry]
    return on ? [{ ...entry, state: "open", probability: 1 }] : []
  })
}

/** Whether an entry delays the plan as it stands, so that switching it off can make a difference. */
export const isCounted = (entry: RegisterEntryView): boolean => riskInput(entry).length > 0
