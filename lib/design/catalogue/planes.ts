import type { ComponentView } from "./contract"

export type Plane = {
  readonly key: string
  readonly name: string
  readonly contents: string
  readonly components: readonly ComponentView[]
  /** Components that the programme plans, pilots or runs. */
  readonly taken: number
}

const taking: readonly string[] = ["planned", "piloting", "in_production"]

/** The planes of the all-together view with their components, each in the order of the catalogue. */
export function planesOf(
  planes: readonly Pick<Plane, "key" | "name" | "contents">[],
  components: readonly ComponentView[],
): Plane[] {
  return planes.map(({ key, name, contents }) => {
    const own = components.filter(({ plane }) => plane === key)
    return {
      key,
      name,
      contents,
      components: own,
      taken: own.filter(({ adoption }) => taking.includes(adoption)).length,
    }
  })
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
]

/** `November 2026` for `2026-11`, short `Nov 2026`; a text of another form as it is. */
export function sayMonth(month: string, how: "long" | "short" = "long"): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? []
  const name = MONTHS[Number(number) - 1]
  return name && year ? `${how === "short" ? name.slice(0, 3) : name} ${year}` : month
}
