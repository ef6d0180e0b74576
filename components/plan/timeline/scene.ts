import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import type { Ordinal } from "@/lib/base/kernel/day"
import type { DaySpan, TimelineModel, TimelineRow } from "@/lib/plan/timeline/rows"
import type { Zoom } from "@/lib/plan/timeline/time-scale"

/** `fit`: the whole plan in the width there is. */
export type ZoomChoice = Zoom | "fit"

/** Everything the chart shows but where it is scrolled to. */
export type Scene = {
  readonly model: TimelineModel
  /** Null where the plan has none; then weekends are not told apart. */
  readonly calendar: CompiledCalendar | null
  readonly zoom: ZoomChoice
  readonly links: boolean
  /** The width of the names, in pixels. */
  readonly nameWidth: number
  /** The row that keys act on. */
  readonly cursorId: string | null
  readonly selected: ReadonlySet<string>
  /** The row whose panel is open. */
  readonly openId: string | null
  /** The dependency that was clicked. */
  readonly linkId: string | null
  readonly sayDay: (day: Ordinal) => string
}

/** What a gesture under way adds to the picture. */
export type Ghost = {
  /** Where the bars that are taken would lie. */
  readonly taken: ReadonlyMap<string, DaySpan>
  /** Where a row and its gate would lie; null while that is not known. */
  readonly after: ((row: TimelineRow) => { readonly span: DaySpan | null; readonly gate: Ordinal | null }) | null
  /** A link from a row to another, or to a point of the chart. */
  readonly link: { readonly from: number; readonly to: number | { readonly x: number; readonly y: number } } | null
}

export const HEAD_HEIGHT = 30
/** The id of the element of a row, for `aria-activedescendant`. */
export const rowElementId = (id: string): string => `timeline-row-${id}`
