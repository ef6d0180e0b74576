import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { definedOf } from "@/lib/base/kernel/defined"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import type { EstimateShape } from "../inputs-shapes"
import type { ForecastSettings } from "../views"

type Setting = {
  readonly shape: EstimateShape
  readonly correlation: number
  readonly trials: number
  readonly version: number
}
/** What holds while nobody changed it. */
const defaults: Setting = { shape: "beta_pert", correlation: 0, trials: 10_000, version: 0 }

/** How a programme's forecasts are made. */
export async function findSetting(
  programmeId: string,
  reader: Pick<Transaction, "forecastSetting"> = database().prisma,
): Promise<Setting> {
  const row = await reader.forecastSetting.findFirst({ where: { programmeId } })
  if (!row) return defaults
  const { shape, correlation, trials, version } = row
  return { shape, correlation, trials, version }
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
    const { shape, correlation, trials } = { ...before, ...definedOf<string | number>(edit) }
    const data = { shape, correlation, trials, version: version + 1 }
    const { count } =
      version === 0
        ? await tx.forecastSetting.createMany({ data: [{ programmeId, ...data }], skipDuplicates: true })
        : await tx.forecastSetting.updateMany({ where: { programmeId, version }, data })
    if (count === 0) return refuse("changed-meanwhile", { current: viewFor(actor, await findSetting(programmeId, tx)) })
    const earlier = { shape: before.shape, correlation: before.correlation, trials: before.trials }
    return done(viewFor(actor, data), {
      type: "forecast-settings.updated",
      subject: programmeId,
      data: { changes: { shape, correlation, trials }, before: earlier },
    })
  })
