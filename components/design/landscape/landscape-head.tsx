"use client"

import { cn } from "@/components/ui/class-names"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { type Disposition, dispositionNames, type LandscapeLine } from "@/lib/design/landscape/landscape-item"
import { type DispositionTotal, type Measure, totalsBy } from "@/lib/design/landscape/totals"
import { sayBytes } from "@/lib/records/size-kinds"
import { DispositionSign } from "./landscape-marks"

type LandscapeHeadProps = {
  readonly lines: readonly LandscapeLine[]
  readonly measure: Measure
  readonly onMeasure: (measure: Measure) => void
  readonly onChoose: (disposition: Disposition) => void
}

/** What is done, by disposition. */
const doneWords: Readonly<Record<Disposition, string>> = {
  ...{ retain: "connected", migrate: "migrated", replace: "replaced", retire: "off", new: "built", undecided: "" },
}

/** The landscape in a sentence, and a thin bar of its dispositions: hollow is claimed, solid is proved. */
export function LandscapeHead({ lines, measure, onMeasure, onChoose }: LandscapeHeadProps) {
  const totals = totalsBy(lines)
  if (totals.length === 0) return null
  const sum = (of: (total: DispositionTotal) => number) => totals.reduce((all, total) => all + of(total), 0)
  const undecided = totals.find(({ disposition }) => disposition === "undecided")?.items ?? 0
  const decided = sum(({ items }) => items) - undecided
  const unknown = sum((total) => total.unknown)
  const bytes = sum((total) => total.bytes)
  const weightOf = (total: DispositionTotal) => (measure === "items" ? total.items : total.bytes)
  const all = sum(weightOf)
  return (
    <section aria-label="Totals" className="flex-none border-line border-b px-5 pt-3 pb-2.5 max-md:px-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <strong className="font-semibold">
            {lines.length === 1 ? "1 item" : `${lines.length} items`}
            {bytes > 0 ? `, ${sayBytes(bytes)}` : ""}.
          </strong>{" "}
          <strong className="font-semibold">
            {sum((total) => total.claimed)} of {decided}
          </strong>{" "}
          decided items are done,{" "}
          {sayProvedItems(
            sum((total) => total.proved),
            unknown,
            sum((total) => total.claimed),
          )}
          {undecided > 0 ? (
            <>
              ;{" "}
              <button type="button" className="underline underline-offset-2" onClick={() => onChoose("undecided")}>
                {undecided === 1 ? "1 is undecided" : `${undecided} are undecided`}
              </button>
            </>
          ) : null}
          .
        </p>
        <SegmentedControl
          label="Measure"
          value={measure}
          options={[
            { value: "items", label: "Items" },
            { value: "volume", label: "Volume" },
          ]}
          onChange={onMeasure}
        />
      </div>
      <ul className="mt-2 flex gap-1 max-md:flex-wrap max-md:gap-x-4">
        {totals.map((total) => (
          <Part
            key={total.disposition}
            total={total}
            measure={measure}
            share={all === 0 ? 0 : weightOf(total) / all}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  )
}

/** Where no fact tells of any of them, that is not a proved count of 0. */
const sayProvedItems = (proved: number, unknown: number, claimed: number) =>
  unknown === claimed && claimed > 0
    ? "proved: Unknown"
    : `${proved} of them proved${unknown > 0 ? `, ${unknown} Unknown` : ""}`

type PartProps = {
  total: DispositionTotal
  measure: Measure
  share: number
  onChoose: (disposition: Disposition) => void
}

function Part({ total, measure, share, onChoose }: PartProps) {
  const { disposition, items, bytes } = total
  const whole = measure === "items" ? items : bytes
  const percent = (part: number) => (whole === 0 ? 0 : (part / whole) * 100)
  const claimed = percent(measure === "items" ? total.claimed : total.claimedBytes)
  const proved = percent(measure === "items" ? total.proved : total.provedBytes)
  const word = dispositionNames[disposition].toLowerCase()
  return (
    <li className="min-w-[104px] max-md:min-w-[40%]" style={{ flexGrow: Math.max(share, 0.001), flexBasis: 0 }}>
      <span aria-hidden className="relative block h-2 rounded-[1px] bg-hover inset-ring inset-ring-line">
        <Fill percent={claimed} className="bg-accent-soft inset-ring inset-ring-accent/70" />
        <Fill percent={proved} className="bg-accent" />
      </span>
      <button
        type="button"
        className="mt-1 flex w-full flex-col items-start rounded-sm text-left hover:bg-hover"
        onClick={() => onChoose(disposition)}
      >
        <span className="flex items-center gap-1.5">
          <DispositionSign disposition={disposition} />
          <strong className="font-semibold">{measure === "items" ? items : sayBytes(bytes)}</strong> {word}
        </span>
        <span className="text-ink-2 text-meta">{sayPart(total, measure)}</span>
      </button>
    </li>
  )
}

const Fill = ({ percent, className }: { percent: number; className: string }) =>
  percent > 0 ? (
    <span className={cn("absolute inset-y-0 left-0 rounded-[1px]", className)} style={{ width: `${percent}%` }} />
  ) : null

/** `18.6 TB, 9 of 16 connected`. */
function sayPart(total: DispositionTotal, measure: Measure): string {
  const { disposition, items, bytes, claimed } = total
  const other = measure === "items" ? (bytes > 0 ? sayBytes(bytes) : "") : items === 1 ? "1 item" : `${items} items`
  const done = disposition === "undecided" ? "" : `${claimed} of ${items} ${doneWords[disposition]}`
  return [other, done].filter((part) => part !== "").join(", ")
}
