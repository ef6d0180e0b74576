import type { ReactNode } from "react"
import type { OwnColumns } from "@/components/records/record-columns"
import { Avatar } from "@/components/ui/avatar"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { kindNames, type LandscapeItemView, type LandscapeLine } from "@/lib/design/landscape/landscape-item"
import { doneOf, progressOf, sayProgress } from "@/lib/design/landscape/totals"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { sayBytes } from "@/lib/records/size-kinds"
import { ComplexityMark, DispositionMark } from "./landscape-marks"

const dash = <span className="text-ink-3">–</span>

/** `9.8 TB`, or `84 tables` where no volume is known. */
export const sayVolume = ({ sizeBytes, quantity }: Pick<LandscapeItemView, "sizeBytes" | "quantity">): string | null =>
  sizeBytes === null
    ? quantity
      ? `${Number(plainDecimal(quantity.amount)).toLocaleString("en-GB")} ${quantity.unit}`
      : null
    : sayBytes(sizeBytes)

/** Whether an item goes somewhere, so that a component has to be chosen. */
const needsComponent = ({ disposition }: LandscapeItemView) =>
  disposition === "migrate" || disposition === "replace" || disposition === "new"

/** What the landscape draws in its own way. */
export function landscapeColumns(
  { people, phases }: Pick<RoadmapView, "people" | "phases">,
  componentName: ReadonlyMap<string, string>,
): OwnColumns<LandscapeLine> {
  const personName = new Map(people.map(({ id, name }) => [id, name]))
  const phaseOf = new Map(phases.map((phase) => [phase.id, phase]))
  return {
    cells: {
      kind: ({ kind }) => <span className="truncate text-ink-2">{kindNames[kind]}</span>,
      ownerId: ({ ownerId }): ReactNode => {
        const name = ownerId === null ? undefined : personName.get(ownerId)
        return name ? <Avatar name={name} size={20} /> : <span className="truncate text-ink-3">no one</span>
      },
      sizeBytes: (line) => sayVolume(line) ?? dash,
      regulations: ({ regulations }) =>
        regulations.length === 0 ? dash : <span className="truncate text-ink-2">{regulations.join(", ")}</span>,
      complexity: ({ complexity }) => <ComplexityMark complexity={complexity} />,
      disposition: ({ disposition }) => <DispositionMark disposition={disposition} />,
      componentKey: (line) => {
        if (line.componentKey !== null)
          return <span className="truncate">{componentName.get(line.componentKey) ?? line.componentKey}</span>
        return needsComponent(line) ? <span className="text-ink-3">not chosen</span> : dash
      },
      phaseId: ({ phaseId }) => {
        const phase = phaseId === null ? undefined : phaseOf.get(phaseId)
        return phase ? <span title={phase.name}>{phase.number}</span> : dash
      },
    },
    after: {
      phaseId: [
        {
          ...{ id: "progress", header: "Progress", width: 78, showFrom: 560 },
          value: (line) => progressOf(line).claimed,
          cell: (line) => <ProgressBar line={line} />,
        },
      ],
    },
    order: [
      ...["name", "kind", "ownerId", "sizeBytes", "sensitivity", "regulations", "complexity", "disposition"],
      ...["componentKey", "phaseId", "quantity", "bytesPerDay", "layer", "parentId", "asIsName", "toBeName"],
      ...["replacesIds", "feedsAsIsIds", "feedsToBeIds", "targets", "planned", "migrated"],
    ],
  }
}

/** The claimed-and-proved bar of an item; where no fact tells, the bar is hollow and its words say Unknown. */
export function ProgressBar({ line }: { line: LandscapeLine }) {
  const { claimed, proved } = progressOf(line)
  if (claimed === null) return dash
  return (
    <span className="block w-full" title={sayProgress(line) ?? ""}>
      <ClaimedProvedBar
        label={sayProgress(line) ?? line.name}
        claimed={claimed * 100}
        {...(proved === null ? {} : { proved: proved * 100 })}
      />
    </span>
  )
}

/** The sums under the columns, for the items that are shown. */
export function landscapeFooters(shown: readonly LandscapeLine[]): Readonly<Record<string, ReactNode>> {
  const bytes = shown.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0)
  const undecided = shown.filter(({ disposition }) => disposition === "undecided").length
  const open = shown.filter((line) => needsComponent(line) && line.componentKey === null).length
  return {
    sizeBytes: bytes === 0 ? "" : sayBytes(bytes),
    disposition: undecided === 0 ? "" : `${undecided} undecided`,
    componentKey: open === 0 ? "" : `${open} not chosen`,
    progress: `${shown.filter((line) => doneOf(line).claimed).length} done`,
  }
}
