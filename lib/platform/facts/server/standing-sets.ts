import * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "../bundle/bundle"
import { statementHashes } from "../bundle/statement-hash"
import type { FactSource } from "../fact"
import { otherParameters, type Settled } from "../parameters"

type Reader = Pick<Transaction, "$queryRaw">

/** Which facts of a programme may judge: not those withdrawn, of other statements, or of runs with other parameters. */
export type Standing = {
  /** Changes with anything that decides it. */
  readonly key: string
  readonly bundleVersion: string
  /** The hash of the current statement of each metric. */
  readonly statements: Readonly<Record<string, string>>
  /** Sets that judge nothing. */
  readonly silent: readonly Id[]
}

const RanWith = z.record(z.string(), z.string()).nullable()
type SetRow = { id: Id; withdrawn: boolean; measured: boolean; ranWith: unknown }

/** What the sets of a programme may judge now. */
export async function findStanding(reader: Reader, programmeId: Id): Promise<Standing> {
  const [programme] = await reader.$queryRaw<{ packRelease: string }[]>`
    SELECT pack_release AS "packRelease" FROM programme WHERE id = ${programmeId}::uuid`
  const release = loadRelease(programme?.packRelease ?? "")
  const settled = await findSettled(reader, programmeId)
  const sets = await reader.$queryRaw<SetRow[]>`
    SELECT s.id, w.fact_set_id IS NOT NULL AS withdrawn, s.source IN ('bundle', 'connection') AS measured,
      s.ran_with AS "ranWith"
    FROM fact_set s LEFT JOIN fact_set_withdrawal w ON w.fact_set_id = s.id
    WHERE s.programme_id = ${programmeId}::uuid ORDER BY s.id`
  const isSilent = ({ withdrawn, measured, ranWith }: SetRow) =>
    withdrawn || (measured && otherParameters(release, settled, RanWith.parse(ranWith)).length > 0)
  const silent = sets.filter(isSilent).map(({ id }) => id)
  const version = bundleVersion(release)
  return {
    ...{ silent, bundleVersion: version, statements: Object.fromEntries(statementHashes(release)) },
    key: [version, sets.map(({ id }) => id).join(), silent.join()].join("\n"),
  }
}

/** The parameters that a run had other than its programme; of what is no run of the bundle none. */
export async function otherParametersOf(
  reader: Reader & Pick<Transaction, "programme">,
  programmeId: Id,
  source: FactSource,
  ranWith: Settled | null,
): Promise<string[]> {
  if (source !== "bundle" && source !== "connection") return []
  const { packRelease } = await reader.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  return otherParameters(loadRelease(packRelease), await findSettled(reader, programmeId), ranWith)
}

/** The parameters that two people have settled, the last of each name. */
export async function findSettled(reader: Reader, programmeId: Id): Promise<Settled> {
  const rows = await reader.$queryRaw<{ name: string; value: string }[]>`
    SELECT DISTINCT ON (name) name, value FROM parameter_change
    WHERE programme_id = ${programmeId}::uuid AND confirmed ORDER BY name, decided_at DESC, id DESC`
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}
