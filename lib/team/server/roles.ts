import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { loadRelease } from "@/lib/pack/server/releases"

type Reader = Pick<Transaction, "programme">

async function rolesOf(tx: Reader, programmeId: Id) {
  const where = { id: programmeId }
  const { packRelease } = await tx.programme.findFirstOrThrow({ where, select: { packRelease: true } })
  return loadRelease(packRelease).roles
}

/** Whether all of these are delivery roles of the programme's release. */
export async function areRoles(tx: Reader, programmeId: Id, keys: readonly string[]): Promise<boolean> {
  const known = new Set((await rolesOf(tx, programmeId)).map(({ key }) => key))
  return keys.every((key) => known.has(key))
}

/** The delivery roles of the programme's release by their keys. */
export const namesOfRoles = async (tx: Reader, programmeId: Id) =>
  (await rolesOf(tx, programmeId)).map(({ key, name }) => ({ key, names: [name, key] }))
