import type { RegisterEntryView } from "./register-shapes"

/** Whether an entry may turn into an issue: a risk or an assumption that is still open. */
export const mayComeTrue = ({ kind, state }: Pick<RegisterEntryView, "kind" | "state">): boolean =>
  state === "open" && (kind === "risk" || kind === "assumption")
