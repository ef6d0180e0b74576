import type { MeasureParameter } from "@/lib/pack/measures"
import type { Release } from "@/lib/pack/release"

/** The parameter that names a place and sets no threshold. */
const PLACE = "region"

/** What a programme has settled of the parameters of its bundle, by name; what is not there is as the release has it. */
export type Settled = Readonly<Record<string, string>>

/** The parameters that decide what a figure means: whoever sets them sets the threshold. */
export const thresholdsOf = (release: Release): MeasureParameter[] =>
  release.measures.flatMap((file) => file.parameters).filter(({ name }) => name !== PLACE)

/** Every parameter with its value in a programme. */
export const valuesOf = (release: Release, settled: Settled): Settled =>
  Object.fromEntries(thresholdsOf(release).map(({ name, fallback }) => [name, settled[name] ?? fallback]))

/**
 * The parameters that a run had other than the programme has them; empty when they agree. What a run does not tell none of
 * its statements used. A run that tells nothing of its parameters at all agrees only as long as the programme has settled none.
 */
export function otherParameters(release: Release, settled: Settled, ranWith: Settled | null): string[] {
  const values = valuesOf(release, settled)
  if (ranWith === null)
    return Object.entries(settled).flatMap(([name, value]) => (isUsual(release, name, value) ? [] : [name]))
  return Object.entries(values).flatMap(([name, value]) => {
    const ran = ranWith[name]
    return ran === undefined || plain(ran) === plain(value) ? [] : [name]
  })
}

const isUsual = (release: Release, name: string, value: string): boolean =>
  thresholdsOf(release).every((each) => each.name !== name || plain(each.fallback) === plain(value))

/** Blanks have no meaning in a parameter, `-` stands for an empty one, and 30.0 is 30. */
function plain(text: string): string {
  const bare = text.replaceAll(/\s/g, "")
  if (bare === "-") return ""
  return /^\d+(\.\d+)?$/.test(bare) ? String(Number(bare)) : bare
}

/** Why a value cannot be one of a parameter; null when it can. */
export function parameterFlaw({ type, name }: Pick<MeasureParameter, "type" | "name">, value: string): string | null {
  if (type === "INT" && !/^\d{1,9}$/.test(value.trim())) return `${name} is a whole number.`
  if (type === "DOUBLE" && !/^\d{1,12}(\.\d{1,6})?$/.test(value.trim())) return `${name} is a number such as 1.5.`
  return value.length > 4_000 ? `${name} is longer than 4,000 characters.` : null
}
