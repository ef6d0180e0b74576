import { describeProved } from "@/lib/plan/schedule/proved"
import type { ProvedCounts } from "@/lib/reports/views"

/** How far the solid bar reaches; null when there are no checks. */
export const provedPercent = (proved: ProvedCounts | null): number | null =>
  proved ? (100 * proved.met) / proved.all : null

/** `4 of 9`; a dash when there are no checks. */
export const provedShort = (proved: ProvedCounts | null): string => (proved ? `${proved.met} of ${proved.all}` : "–")

/** The counts in a sentence, as everywhere in the product. */
export const provedSentence = (proved: ProvedCounts | null): string =>
  describeProved(proved ? { kind: "proved", ...proved } : { kind: "no checks", waived: 0 })
