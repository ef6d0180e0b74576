import type { KpiLine } from "./kpi-line"

/** So many KPIs stand on the first page. */
const SHOWN = 6

/**
 * The KPIs of the first page: the first with a value of each objective in turn, then the second, until `most` are found;
 * in the order of the list, so that a KPI keeps its place while others change.
 */
export function kpiStrip(lines: readonly KpiLine[], most = SHOWN): readonly KpiLine[] {
  const groups = new Map<string, KpiLine[]>()
  for (const line of lines.filter(({ latest }) => latest !== null))
    groups.set(line.objectiveId ?? "", [...(groups.get(line.objectiveId ?? "") ?? []), line])
  const rounds = Math.max(0, ...Array.from(groups.values(), (group) => group.length))
  const chosen = Array.from({ length: rounds }, (_, round) => Array.from(groups.values(), (group) => group[round]))
    .flat()
    .filter((line) => line !== undefined)
    .slice(0, most)
  return lines.filter((line) => chosen.includes(line))
}
