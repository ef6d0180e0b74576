import type { Side } from "./use-case"

type First = { readonly name: string; readonly side: Side; readonly weight: number; readonly meaning: string }

/** What a programme begins to compare use cases by; weights are percent of their side. */
export const firstCriteria: readonly First[] = [
  { name: "Revenue", side: "value", weight: 20, meaning: "1: none to speak of. 5: a line of its own in the plan." },
  { name: "Risk", side: "value", weight: 35, meaning: "1: no risk is smaller for it. 5: a supervisor asks for it." },
  { name: "Cost saved", side: "value", weight: 25, meaning: "1: nothing. 5: a system or a team's work falls away." },
  { name: "Reach", side: "value", weight: 20, meaning: "1: a few people, seldom. 5: everybody, every day." },
  {
    name: "Data",
    side: "effort",
    weight: 40,
    meaning: "1: the data is there and trusted. 5: new sources, unknown quality.",
  },
  { name: "Build", side: "effort", weight: 35, meaning: "1: a known pattern. 5: nobody here has built one." },
  { name: "Change", side: "effort", weight: 25, meaning: "1: nobody works differently. 5: roles and rules change." },
]
