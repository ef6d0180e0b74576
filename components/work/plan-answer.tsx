import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { type EffortSum, sayEffort } from "@/lib/work/effort"
import type { PersonLoad } from "@/lib/work/plan-model"
import type { SprintView } from "@/lib/work/sprint"
import { tenths } from "@/lib/work/supply"
import type { Spread } from "@/lib/work/velocity"
import { GateMoves } from "./gate-moves"
import type { SprintPreview } from "./use-sprint-preview"

type PlanAnswerProps = {
  roadmap: RoadmapView
  sprint: SprintView
  preview: SprintPreview
  demand: EffortSum
  supply: number
  loads: readonly PersonLoad[]
  isDrafted: boolean
  velocity: Spread | null
  support: number
}

/** What the sprint does to the gates, and whether it fits. */
export function PlanAnswer({ roadmap, sprint, preview, demand, supply, loads, velocity, support }: PlanAnswerProps) {
  const open = new Map(roadmap.gates.filter(({ passedAt }) => !passedAt).map((gate) => [gate.id, gate]))
  const moves = preview.gates.filter(({ gateId }) => open.has(gateId))
  const moved = moves.find(({ days }) => days !== 0)
  const over = loads.filter(({ free }) => free < -0.05)
  const gateName = moved ? (open.get(moved.gateId)?.name ?? "").split(":")[0] : ""
  return (
    <section
      aria-label="Answer"
      className="flex flex-none flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b px-5 py-3 max-md:px-4"
    >
      <div className="min-w-0 max-w-[62ch] flex-1 basis-80">
        <p
          aria-live="polite"
          className={cn("text-balance text-[18px] leading-snug", preview.isPending && "opacity-60")}
        >
          {moved ? (
            <>
              With {sprint.name}, {gateName} is 80% likely by <strong>{sayDay(moved.to, roadmap.today)}</strong>,{" "}
              <span className={moved.days > 0 ? "text-needs-you" : ""}>
                {Math.abs(moved.days)} {Math.abs(moved.days) === 1 ? "day" : "days"}{" "}
                {moved.days > 0 ? "later" : "earlier"}
              </span>
              .{" "}
            </>
          ) : preview.refusal ? (
            <>The effect on the gates is unknown. </>
          ) : moves.length > 0 ? (
            <>{sprint.name} moves no gate. </>
          ) : null}
          <strong>
            {demand.days.toFixed(1)} of {sayEffort(supply)}
          </strong>{" "}
          are planned{over.length === 0 ? "." : "; "}
          {over.length > 0 ? (
            <span className="text-warn">
              {over
                .map(({ name, free }) => `${name} is ${sayEffort(tenths(-free))} over`)
                .slice(0, 2)
                .join(", ")}
              {over.length > 2 ? ` and ${over.length - 2} more are over` : ""}.
            </span>
          ) : null}
        </p>
        <p className="mt-1 text-ink-3 text-meta">
          {preview.refusal ? `${preview.refusal} ` : ""}
          {velocity
            ? `The last ${velocity.count} sprints finished ${Math.round(velocity.low)} to ${Math.round(velocity.high)} d. `
            : "No sprint is closed yet, so only supply limits the fill. "}
          Days are person-days; supply is after {Math.round(support * 100)}% for support and meetings.
          {demand.unknown > 0 ? ` ${demand.unknown} items have no effort and count as unknown.` : ""}
        </p>
      </div>
      {moves.length > 0 ? <GateMoves gates={roadmap.gates} moves={moves} today={roadmap.today} /> : null}
    </section>
  )
}
