/** What kind of gap a low answer shows. */
export const gapKinds = ["skills", "infrastructure", "process", "data", "governance"] as const
export type GapKind = (typeof gapKinds)[number]

/** The five levels, from absent to optimised. */
export const levelNames = ["Absent", "Ad hoc", "Repeatable", "Standard", "Optimised"] as const
