import type { RoadmapView } from "./views"
import { workStatuses } from "./work-item"
import type { WorkItemView, WorkStatus } from "./work-item-shapes"

/** Statuses, and `open`: everything that is neither done nor dropped. */
export type StatusChoice = WorkStatus | "open"
export const statusChoices: readonly StatusChoice[] = ["open", ...workStatuses]

/** Which work items to show. Empty lists and texts let everything through; several of one kind mean any of them. */
export type WorkFilter = {
  /** Keys of stages, phases and delivery roles. */
  readonly stages: readonly string[]
  readonly phases: readonly string[]
  readonly roles: readonly string[]
  readonly statuses: readonly StatusChoice[]
  /** Ids of people, `me`, or `none` for work without an owner. */
  readonly owners: readonly string[]
  /** Every word of it stands in the title, the number, or the name of the workstream. */
  readonly text: string
  /** Only what is past its deadline, or planned to be. */
  readonly late: boolean
}

export const noFilter: WorkFilter = {
  ...{ stages: [], phases: [], roles: [], statuses: [], owners: [] },
  ...{ text: "", late: false },
}

/** The name of each member in an address, such as `phase=foundation,pilot&status=open`. */
const filterParameters = {
  stages: "stage",
  phases: "phase",
  statuses: "status",
  owners: "owner",
  roles: "role",
  text: "q",
  late: "late",
} as const satisfies Record<keyof WorkFilter, string>

const isStatusChoice = (text: string): text is StatusChoice => statusChoices.some((choice) => choice === text)

/** Reads a filter from the query of an address; what it does not know is left out. */
export function readFilter(query: URLSearchParams): WorkFilter {
  const list = (name: string) => (query.get(name) ?? "").split(",").filter(Boolean)
  return {
    stages: list(filterParameters.stages),
    phases: list(filterParameters.phases),
    statuses: list(filterParameters.statuses).filter(isStatusChoice),
    owners: list(filterParameters.owners),
    roles: list(filterParameters.roles),
    text: query.get(filterParameters.text) ?? "",
    late: query.get(filterParameters.late) === "1",
  }
}

/** The filter as members of an address; null takes a member away. */
export function writeFilter(filter: WorkFilter): Readonly<Record<string, string | null>> {
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(",") : null)
  return {
    [filterParameters.stages]: list(filter.stages),
    [filterParameters.phases]: list(filter.phases),
    [filterParameters.statuses]: list(filter.statuses),
    [filterParameters.owners]: list(filter.owners),
    [filterParameters.roles]: list(filter.roles),
    [filterParameters.text]: filter.text || null,
    [filterParameters.late]: filter.late ? "1" : null,
  }
}

/** Whether a filter lets everything through. */
export const isOpenFilter = (filter: WorkFilter): boolean =>
  Object.values(writeFilter(filter)).every((value) => value === null)

/** A question to an item; `isLate` says whether it is too late for its own deadline or one behind it: its slack is negative. */
export type WorkTest = (item: WorkItemView, isLate: boolean) => boolean

/** Prepares a filter for asking it of every item of a programme. */
export function workTest(
  filter: WorkFilter,
  { stages, phases, workstreams, me }: Pick<RoadmapView, "stages" | "phases" | "workstreams" | "me">,
): WorkTest {
  const places = new Map(workstreams.map((each) => [each.id, each]))
  const inStages = idsOf(stages, filter.stages)
  const inPhases = idsOf(phases, filter.phases)
  const owners = new Set(filter.owners.map((owner) => (owner === "me" ? me.personId : owner)))
  const words = plainText(filter.text).split(/\s+/).filter(Boolean)
  const statuses = new Set(filter.statuses)
  return (item, isLate) => {
    const place = places.get(item.workstreamId)
    if (!place) return false
    if (inStages && !inStages.has(place.stageId)) return false
    if (inPhases && !inPhases.has(item.phaseId ?? place.phaseId)) return false
    if (statuses.size > 0 && !statuses.has(item.status) && !(statuses.has("open") && isOpen(item.status))) return false
    if (owners.size > 0 && !owners.has(item.ownerId ?? "none")) return false
    if (filter.roles.length > 0 && !filter.roles.includes(item.roleKey ?? "none")) return false
    if (filter.late && !isLate) return false
    if (words.length === 0) return true
    const text = plainText(`${item.title} ${item.number} ${place.name}`)
    return words.every((word) => text.includes(word))
  }
}

/** Neither done nor dropped. */
export const isOpen = (status: WorkStatus): boolean => status !== "done" && status !== "dropped"

const idsOf = (records: readonly { readonly id: string; readonly key: string }[], keys: readonly string[]) =>
  keys.length === 0 ? null : new Set(records.filter(({ key }) => keys.includes(key)).map(({ id }) => id))

/** Without accents and capitals, so that "electricite" finds "Électricité". */
const plainText = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
