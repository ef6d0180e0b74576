import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { definedOf } from "@/lib/base/kernel/defined"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import type { EstimateShape } from "../inputs-shapes"
import { USUAL_CORRELATION } from "../usual"
import type { ForecastSettings } from "../views"

type Setting = {
  readonly shape: EstimateShape
  readonly correlation: number
  readonly trials: number
  /** Null takes the programme's own. */
  readonly seed: number | null
  readonly automatic: boolean
  readonly version: number
}
/** What holds while nobody changed it. */
const defaults: Setting = {
  ...{ shape: "beta_pert", correlation: USUAL_CORRELATION, trials: 10_000 },
  ...{ seed: null, automatic: true, version: 0 },
}

/** How a programme's forecasts are made. */
export async function findSetting(
  programmeId: string,
  reader: Pick<Transaction, "forecastSetting"> = database().prisma,
): Promise<Setting> {
  const row = await reader.forecastSetting.findFirst({ where: { programmeId } })
  if (!row) return defaults
  const { shape, correlation, trials, seed, automatic, version } = row
  return { shape, correlation, trials, seed: seed === null ? null : Number(seed), automatic, version }
}

const viewFor = (actor: ProgrammeActor, setting: Setting): ForecastSettings => ({
  ...setting,
  may: { edit: actor.may("forecast.run") },
})

export const findSettings = async (actor: ProgrammeActor): Promise<ForecastSettings> =>
  viewFor(actor, await findSetting(actor.programmeId))

/** Changes how forecasts are made. The row is made the first time; a second first time is a stale edit. */
export const changeForecastSettings = (
  actor: ProgrammeActor,
  input: z.output<typeof contracts.changeForecastSettings.input>,
) =>
  transact(actor, contracts.changeForecastSettings, async (tx) => {
    const { version, ...edit } = input
    const { programmeId } = actor
    const before = await findSetting(programmeId, tx)
    const { shape, correlation, trials, seed, automatic } = {
      ...before,
      ...definedOf<string | number | boolean | null>(edit),
    }
    const set = { shape, correlation, trials, seed, automatic }
    const data = { ...set, version: version + 1 }
    const { count } =
      version === 0
        ? await tx.forecastSetting.createMany({ data: [{ programmeId, ...data }], skipDuplicates: true })
        : await tx.forecastSetting.updateMany({ where: { programmeId, version }, data })
    if (count === 0) return refuse("changed-meanwhile", { current: viewFor(actor, await findSetting(programmeId, tx)) })
    const { version: _, ...earlier } = before
    return done(viewFor(actor, data), {
      type: "forecast-settings.updated",
      subject: programmeId,
      data: { changes: set, before: earlier },
    })
  })
