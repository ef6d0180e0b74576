import { cn } from "@/components/ui/class-names"
import type { Option } from "@/components/ui/option-list"
import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import { type AdoptionState, adoptionStates } from "@/lib/design/catalogue/adoption"
import { adoptionNames } from "@/lib/design/catalogue/event-words"

/** Each state has a shape of its own in this list. */
const shapes: Record<AdoptionState, MarkKind> = {
  not_considered: "not-due",
  planned: "not_started",
  piloting: "in_progress",
  in_production: "done",
  retiring: "not-met",
  not_applicable: "dropped",
}

/** Where nothing is meant to happen: the words step back. */
const quiet: ReadonlySet<AdoptionState> = new Set(["not_considered", "not_applicable"])

type AdoptionMarkProps = { state: AdoptionState; withWord?: boolean; className?: string }

/** What a programme does with a component: a shape and a word. */
export function AdoptionMark({ state, withWord = true, className = "" }: AdoptionMarkProps) {
  const look = quiet.has(state) ? "text-ink-3" : ""
  return (
    <StatusMark kind={shapes[state]} word={adoptionNames[state]} withWord={withWord} className={cn(look, className)} />
  )
}

export const adoptionOptions: readonly Option<AdoptionState>[] = adoptionStates.map((state) => ({
  value: state,
  label: adoptionNames[state],
  leading: <AdoptionMark state={state} withWord={false} />,
}))
