import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { ok, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type * as contracts from "../contract"
import { sayWithoutPeople } from "../facts"
import { troubleOf } from "./fetched"
import { tryReach } from "./reach"

/** Tries a connection and keeps nothing. */
export async function checkConnection(
  actor: ProgrammeActor,
  { connectionId }: z.output<typeof contracts.checkConnection.input>,
) {
  const where = { id: connectionId, programmeId: actor.programmeId, removedAt: null }
  const connection = await database().prisma.connection.findFirst({ where })
  if (!connection) return refuse("not-found")
  const { works, refusal } = await tryReach(connection)
  const welcome = connection.warehouseId
    ? "Connected. The warehouse was found."
    : "Connected. Without a warehouse, only REST API measures are collected."
  return ok({ works, says: refusal ? sayWithoutPeople(troubleOf(refusal)) : welcome })
}
