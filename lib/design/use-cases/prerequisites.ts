import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { honestDate, type Waiting } from "./honest-date"
import type { UseCaseView } from "./use-case"

/** What use cases can wait for, as it stands today. */
export type Known = {
  readonly gates: ReadonlyMap<string, { readonly name: string; readonly passed: boolean; readonly p80: Day | null }>
  /** `gateId` is of the item's phase; `done`: facts show everything that is planned of it. */
  readonly items: ReadonlyMap<string, { readonly name: string; readonly done: boolean; readonly gateId: string | null }>
  readonly gaps: ReadonlyMap<
    string,
    { readonly name: string; readonly closed: boolean; readonly targetDay: Day | null }
  >
  readonly today: Day
  readonly calendar: CompiledCalendar
}
type Case = Pick<UseCaseView, "id" | "name" | "status" | "gateIds" | "landscapeIds" | "gapIds" | "needsIds" | "ownDays">
export type CaseDate = { readonly waitsFor: readonly Waiting[]; readonly earliest: Day | null }

/** What each use case waits for, and its earliest honest date; one that waits for itself has none. */
export function datesOf(cases: readonly Case[], known: Known): ReadonlyMap<string, CaseDate> {
  const byId = new Map(cases.map((each) => [each.id, each]))
  const done = new Map<string, CaseDate>()
  const under = new Set<string>()
  const dateOf = (of: Case): CaseDate => {
    const found = done.get(of.id)
    if (found) return found
    if (under.has(of.id)) return { waitsFor: [], earliest: null }
    under.add(of.id)
    const waitsFor = [
      ...of.gateIds.map((id) => gateOf(id, known)),
      ...of.landscapeIds.map((id) => itemOf(id, known)),
      ...of.gapIds.map((id) => gapOf(id, known)),
      ...of.needsIds.map((id): Waiting => {
        const other = byId.get(id)
        const isMet = other?.status === "live"
        const day = other && !isMet ? dateOf(other).earliest : null
        return { kind: "use-case", id, name: other?.name ?? "Removed", isMet, day, basis: isMet ? "live" : "use case" }
      }),
    ]
    under.delete(of.id)
    const date = { waitsFor, earliest: honestDate(waitsFor, of.ownDays, known.today, known.calendar).day }
    done.set(of.id, date)
    return date
  }
  for (const each of cases) dateOf(each)
  return done
}

function gateOf(id: string, { gates }: Known): Waiting {
  const gate = gates.get(id)
  const basis = gate?.passed ? "passed" : gate?.p80 ? "P80" : "no forecast"
  return {
    kind: "gate",
    id,
    name: gate?.name ?? "Removed",
    isMet: gate?.passed === true,
    day: gate?.p80 ?? null,
    basis,
  }
}

function itemOf(id: string, known: Known): Waiting {
  const item = known.items.get(id)
  const gate = item?.gateId ? known.gates.get(item.gateId) : undefined
  const basis = item?.done ? "proved" : gate ? `${gate.name}, ${gate.p80 ? "P80" : "no forecast"}` : "no phase"
  return {
    ...{ kind: "landscape-item", id, name: item?.name ?? "Removed" },
    isMet: item?.done === true,
    day: gate?.p80 ?? null,
    basis,
  }
}

function gapOf(id: string, { gaps }: Known): Waiting {
  const gap = gaps.get(id)
  const basis = gap?.closed ? "closed" : gap?.targetDay ? "target day" : "no target day"
  return {
    ...{ kind: "assessment-question", id, name: gap?.name ?? "Removed" },
    ...{ isMet: gap?.closed === true, day: gap?.targetDay ?? null, basis },
  }
}
