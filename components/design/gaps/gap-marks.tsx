import { Icon } from "@/components/ui/icon"
import { StatusMark } from "@/components/ui/status-mark"
import type { GapLine } from "@/lib/design/gaps/lines"
import { workStatuses } from "@/lib/plan/roadmap/work-item"

export const quiet = <span className="text-ink-3">–</span>
/** A mean as every figure of the page says it: one decimal, nothing as a dash. */
export const mean = (value: number | null) => (value === null ? quiet : value.toFixed(1))

/** How much a mean or a level rose: `+0.7`, `−1`; nothing as a dash. */
export function Change({ by }: { by: number | null }) {
  const rounded = by === null ? 0 : Number(by.toFixed(1))
  if (rounded === 0) return quiet
  return (
    <span className="text-ink-2">
      {rounded > 0 ? "+" : "−"}
      {Math.abs(rounded)}
    </span>
  )
}

/** The proved level, with a triangle at a claim that facts do not reach and a question mark where they cannot tell. */
export function ProvedMark({ line: { proved, unproved, question } }: { line: GapLine }) {
  const { level, state } = proved
  const claim = `Claimed ${question.asIs}, ${level === null ? "nothing proves it" : `facts prove ${level}`}`
  return (
    <span className="flex items-center gap-[5px]">
      {level === null ? (
        <span className="text-ink-3" title="Self-reported: no check can prove it">
          –
        </span>
      ) : state === "could-not-tell" && level === 0 ? (
        <StatusMark kind="could-not-tell" withWord={false} word="Unknown: facts are missing" />
      ) : (
        level
      )}
      {unproved ? (
        <span role="img" aria-label={claim} title={`${claim}; above level 2 a claim needs proof`} className="text-warn">
          <Icon name="warning" size={12} />
        </span>
      ) : null}
    </span>
  )
}

/** Distance, weight and their product: `2 × 3  6`. */
export function GapMark({ line: { distance, gap, question } }: { line: GapLine }) {
  if (gap === null) return quiet
  if (gap === 0) return <span className="text-ink-3">0</span>
  return (
    <>
      <span className="mr-2 text-ink-3 text-meta max-md:hidden">
        {distance} × {question.weight}
      </span>
      <b className="inline-block min-w-[18px] text-right font-semibold">{gap}</b>
    </>
  )
}

/** The work for a gap: its state and number. */
export function WorkMark({ line: { item, gap, closing } }: { line: GapLine }) {
  if (!item) return gap ? <span className="text-ink-3 text-meta">none</span> : null
  const status = workStatuses.find((each) => each === item.status) ?? "not_started"
  return (
    <span className="flex items-center gap-[7px]">
      <StatusMark kind={status} withWord={false} />
      {item.number}
      {closing ? (
        <span
          role="img"
          className="text-ink-2"
          aria-label={closing.act === "close" ? "Facts propose to close it" : "Open again"}
          title={`${closing.act === "close" ? "Can be closed" : "Open again"}: ${closing.fact}`}
        >
          <Icon name={closing.act === "close" ? "check" : "undo"} size={12} />
        </span>
      ) : null}
    </span>
  )
}
