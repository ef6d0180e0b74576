/** How far a component is in use, as somebody said. */
export const adoptionStates = [
  "not_considered",
  "planned",
  "piloting",
  "in_production",
  "retiring",
  "not_applicable",
] as const
export type AdoptionState = (typeof adoptionStates)[number]
