import type { Fetched } from "../fetched"
import type { WorkspaceClient } from "../workspace-client"

/** What a measure of the REST API may ask. */
export type Reach = {
  readonly workspace: WorkspaceClient
  /** The account's API, where the connection names an account. */
  readonly account: { readonly client: WorkspaceClient; readonly id: string } | null
  /** The parameters of the bundle as the connection sets them. */
  readonly parameters: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  readonly now: number
  /** What the statements of the same run measured, by metric. */
  readonly measured: ReadonlyMap<string, number>
}

/** A figure and over how many; without a value where there was nothing to count. */
export type Found = { readonly metric: string; readonly value: number | null; readonly n: number }
export type RestMeasure = (reach: Reach) => Promise<Fetched<Found[]>>

/** A share, or nothing where there is nothing to share: never a 0 or 1 that nobody measured. */
export const share = (metric: string, part: number, n: number): Found[] => [
  { metric, value: n === 0 ? null : part / n, n },
]

/** The names of a parameter, split at commas. */
export const namesIn = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "-")
