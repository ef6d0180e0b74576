import type * as z from "zod"
import type { ProgrammeActor } from "@/lib/access/actor"
import { database } from "@/lib/db/client"
import { ok, refuse } from "@/lib/kernel/result"
import type { checkConnection } from "../contract"
import { sayWithoutPeople } from "../facts"
import { troubleOf } from "./fetched"
import { tryReach } from "./reach"

/** Tries a connection and keeps nothing. */
export async function tryConnection(actor: ProgrammeActor, { connectionId }: z.output<typeof checkConnection.input>) {
  const where = { id: connectionId, programmeId: actor.programmeId, removedAt: null }
  const connection = await database().prisma.connection.findFirst({ where })
  if (!connection) return refuse("not-found")
  const { works, refusal } = await tryReach(connection)
  const welcome = connection.warehouseId
    ? "The workspace lets the connection in, and the warehouse is there."
    : "The workspace lets the connection in. Without a warehouse, only what the REST API tells is measured."
  return ok({ works, says: refusal ? sayWithoutPeople(troubleOf(refusal)) : welcome })
}
