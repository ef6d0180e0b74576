// biome-ignore-all lint/a11y/useSemanticElements: a button may not stand in a drawing
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react"
import { cn } from "@/components/ui/class-names"
import type { RankedLine } from "@/lib/design/use-cases/lines"
import { type Box, type Dot, type PlacedDot, placeDots, RADIUS, rangeOf, widthOf } from "@/lib/design/use-cases/matrix"
import { OF_EFFORT, OF_VALUE } from "@/lib/design/use-cases/ranking"
import type { Side, UseCaseStatus } from "@/lib/design/use-cases/use-case"
import { UseCaseMark } from "./use-case-marks"

export type Moved = { readonly id: string; readonly value: number; readonly effort: number }
type ValueMatrixProps = {
  lines: readonly RankedLine[]
  chosen: string | null
  onChoose: (id: string) => void
  /** Null where scores cannot be changed. */
  onMove: ((moved: Moved) => void) | null
}
const HEIGHT = 364

/** Value against effort: the same rows as the register. A dot that is dragged, or moved by arrow keys, proposes scores. */
export function ValueMatrix({ lines, chosen, onChoose, onMove }: ValueMatrixProps) {
  const [ref, width] = useWidth()
  const [held, setHeld] = useState<Moved | null>(null)
  const dots = useMemo(
    () =>
      lines.flatMap(({ id, name, shownPlace, figures }): Dot[] =>
        figures ? [{ key: id, label: shownPlace === "mvp" ? `${name}, MVP` : name, figures }] : [],
      ),
    [lines],
  )
  const ranges = useMemo(
    () => ({
      effort: rangeOf(
        dots.map(({ figures }) => figures.effort),
        OF_EFFORT,
      ),
      value: rangeOf(
        dots.map(({ figures }) => figures.value),
        OF_VALUE,
      ),
    }),
    [dots],
  )
  const frame = { width: Math.max(200, width - 48), height: HEIGHT }
  const words = regionsIn(frame)
  const placed = placeDots(dots, frame, ranges, words)
  const statusOf = new Map(lines.map(({ id, status }) => [id, status]))
  const place = (side: Side, pixels: number) => {
    const { from, to } = ranges[side]
    const share = side === "effort" ? pixels / frame.width : 1 - pixels / frame.height
    return Math.min(5, Math.max(1, Math.round((from + share * (to - from)) * 10) / 10))
  }
  const at = (side: Side, value: number) => {
    const { from, to } = ranges[side]
    const share = (value - from) / (to - from)
    return side === "effort" ? share * frame.width : (1 - share) * frame.height
  }
  const drag = (id: string) => (event: PointerEvent<SVGGElement>) => {
    if (!onMove || event.buttons !== 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (!box) return
    setHeld({
      id,
      effort: place("effort", event.clientX - box.left - 36),
      value: place("value", event.clientY - box.top - 8),
    })
  }
  const drop = () => {
    if (held) onMove?.(held)
    setHeld(null)
  }
  const onKey =
    ({ key, figures: { value, effort } }: PlacedDot) =>
    (event: KeyboardEvent) => {
      const steps: Readonly<Record<string, readonly [number, number]>> = {
        ...{ ArrowUp: [0.1, 0], ArrowDown: [-0.1, 0], ArrowRight: [0, 0.1], ArrowLeft: [0, -0.1] },
      }
      const step = steps[event.key]
      if (event.key === "Enter" || event.key === " ") onChoose(key)
      else if (step && onMove) onMove({ id: key, value: value + step[0], effort: effort + step[1] })
      else return
      event.preventDefault()
    }
  return (
    <div ref={ref} className="px-5 pt-1">
      <svg
        width={Math.max(248, width)}
        height={HEIGHT + 34}
        className="block select-none"
        aria-label="Value and effort"
      >
        <g transform="translate(36 8)">
          <rect {...frame} className="fill-none stroke-line" />
          <path
            d={`M${at("effort", OF_EFFORT)} 0V${HEIGHT}M0 ${at("value", OF_VALUE)}H${frame.width}`}
            className="stroke-line-strong"
          />
          {regionNames.map((name, index) => (
            <text
              key={name}
              x={words[index]?.x}
              y={(words[index]?.y ?? 0) + 12}
              className="fill-ink-2 font-medium text-[12px]"
            >
              {name}
            </text>
          ))}
          {[1, 2, 3, 4, 5].map((tick) => (
            <Tick key={tick} tick={tick} x={at("effort", tick)} y={at("value", tick)} frame={frame} />
          ))}
          {placed.map((dot) => (
            <g
              key={dot.key}
              role="button"
              tabIndex={0}
              aria-label={`${dot.label}: value ${dot.figures.value.toFixed(1)}, effort ${dot.figures.effort.toFixed(1)}`}
              className={cn("outline-none", onMove ? "cursor-grab" : "cursor-pointer")}
              onClick={() => onChoose(dot.key)}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag(dot.key)}
              onPointerUp={drop}
              onKeyDown={onKey(dot)}
            >
              <DotMark
                dot={
                  held?.id === dot.key
                    ? { ...dot, x: at("effort", held.effort), y: at("value", held.value), text: null }
                    : dot
                }
                status={statusOf.get(dot.key) ?? "idea"}
                chosen={dot.key === chosen}
              />
            </g>
          ))}
        </g>
        <text x={width - 12} y={HEIGHT + 30} textAnchor="end" className="fill-ink-2 text-[11.5px]">
          effort →
        </text>
        <text transform="translate(12 44) rotate(-90)" className="fill-ink-2 text-[11.5px]" textAnchor="middle">
          value →
        </text>
      </svg>
    </div>
  )
}

const regionNames = ["Quick wins", "Strategic", "Fill-ins", "Later"] as const
function regionsIn({ width, height }: { width: number; height: number }): readonly Box[] {
  const right = (name: string) => width - 6 - widthOf(name)
  const box = (x: number, y: number, name: string): Box => ({ x, y, width: widthOf(name), height: 16 })
  return [
    box(6, 4, "Quick wins"),
    box(right("Strategic"), 4, "Strategic"),
    box(6, height - 20, "Fill-ins"),
    box(right("Later"), height - 20, "Later"),
  ]
}

function Tick({ tick, x, y, frame }: { tick: number; x: number; y: number; frame: { width: number; height: number } }) {
  return (
    <g className="fill-ink-2 text-[11.5px]">
      {x >= 0 && x <= frame.width - 60 ? (
        <text x={x} y={frame.height + 18} textAnchor="middle">
          {tick}
        </text>
      ) : null}
      {y >= 60 && y <= frame.height ? (
        <text x={-10} y={y + 4} textAnchor="end">
          {tick}
        </text>
      ) : null}
    </g>
  )
}

function DotMark({ dot, status, chosen }: { dot: PlacedDot; status: UseCaseStatus; chosen: boolean }) {
  const { x, y, text, leads, label } = dot
  return (
    <>
      {chosen ? <circle cx={x} cy={y} r={RADIUS + 4} className="fill-selected stroke-2 stroke-accent" /> : null}
      <circle cx={x} cy={y} r={12} className="fill-transparent" />
      {text && leads ? (
        <path
          d={`M${x} ${y}L${text.x + text.width / 2} ${text.y > y ? text.y : text.y + text.height}`}
          className="stroke-line-strong"
        />
      ) : null}
      <foreignObject x={x - RADIUS} y={y - RADIUS} width={2 * RADIUS} height={2 * RADIUS} className="overflow-visible">
        <span className="flex leading-none">
          <UseCaseMark status={status} />
        </span>
      </foreignObject>
      {text ? (
        <text
          x={text.x}
          y={text.y + 12}
          className={cn("fill-ink text-[12.5px]", chosen ? "font-semibold" : "font-medium")}
        >
          {label}
        </text>
      ) : (
        <title>{label}</title>
      )}
    </>
  )
}

/** The width of an element as it is laid out. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(430)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}
