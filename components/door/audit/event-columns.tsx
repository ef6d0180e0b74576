import type { Column } from "@/components/table/column"
import type { Day } from "@/lib/base/kernel/day"
import type { EventView } from "@/lib/door/audit/contract"
import type { Naming } from "@/lib/door/audit/wording"
import { actorOf, sentenceOf } from "@/lib/reports/history"
import { sayMoment } from "@/lib/reports/words"

export type EventRow = EventView & { readonly when: string; readonly who: string; readonly what: string }

type Telling = { readonly naming: Naming; readonly timeZone: string; readonly today: Day }

/** An event in words. */
export const toldRow = (event: EventView, { naming, timeZone, today }: Telling): EventRow => ({
  ...event,
  when: capital(sayMoment(event.at, timeZone, today)),
  who: actorOf(event),
  what: capital(sentenceOf(event, naming)),
})

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What happened comes first, as it is what one reads; on a small screen the row is that and when. */
export function eventColumns(shown: string, narrow: boolean): readonly Column<EventRow>[] {
  return [
    {
      ...{ id: "what", header: "Event", width: narrow ? 230 : 300, grow: true, hideable: false, enterOpens: true },
      cell: ({ what }) => <span className="truncate">{what}</span>,
      footer: shown,
    },
    {
      ...{ id: "who", header: "Who", width: 170, showFrom: 560 },
      cell: ({ who, actor }) => <span className={actor?.name ? "truncate" : "truncate text-ink-3"}>{who}</span>,
    },
    {
      ...{ id: "when", header: "When", width: narrow ? 124 : 170 },
      cell: ({ when, at }) => (
        <time dateTime={at} className="truncate text-ink-2">
          {when}
        </time>
      ),
    },
    {
      ...{ id: "seq", header: "Number", width: 84, align: "end" as const, showFrom: 760 },
      cell: ({ seq }) => <span className="text-ink-3">#{seq}</span>,
    },
  ]
}
