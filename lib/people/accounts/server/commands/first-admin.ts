import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { NIL_ID } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { InstallationActor, type Visitor } from "@/lib/door/access/actor"
import { hashPassword } from "@/lib/door/access/server/password-hash"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../../contract/entry"
import { judgePassword, normalPassword } from "../../password"
import { addUser } from "./user-rows"

type NewAdmin = z.output<typeof contracts.addFirstAdmin.input>

const isEmpty = async (tx: Transaction = database().prisma): Promise<boolean> => (await tx.user.findFirst()) === null

/** Only one of those who try at the same moment finds the installation empty. */
const holdInstallation = (tx: Transaction) =>
  tx.$queryRaw`SELECT 1 FROM audit_chain WHERE id = ${NIL_ID}::uuid FOR NO KEY UPDATE`

/** The first admin, made in the browser by whoever opens a new installation first. */
export async function addFirstAdmin(actor: Visitor, { name, email, password }: NewAdmin) {
  if (!(await isEmpty())) return refuse("already-set-up")
  const judged = judgePassword(password, { name, email })
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(normalPassword(password))
  return transact(actor, contracts.addFirstAdmin, async (tx) => {
    await holdInstallation(tx)
    if (!(await isEmpty(tx))) return refuse("already-set-up")
    const { id, event } = await addUser(tx, { name, email, passwordHash, admin: true, at: actor.context.at })
    return done({ id }, event)
  })
}

/** Another admin, made on the command line. */
export async function makeAdmin(actor: InstallationActor, { name, email, password }: NewAdmin) {
  const judged = judgePassword(password, { name, email })
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(normalPassword(password))
  return transact(actor, "installation.manage", async (tx) => {
    if (await tx.user.findFirst({ where: { email } })) return refuse("email-taken")
    const { id, event } = await addUser(tx, { name, email, passwordHash, admin: true, at: actor.context.at })
    return done({ id }, event)
  })
}

/**
 * The first admin from the settings, at start: does nothing once there is a user.
 * @returns whether they were made; refused when their password is easily guessed
 */
export async function ensureFirstAdmin(
  wanted: { readonly email: string; readonly password: string } | undefined,
  at = new Date(),
): Promise<Result<"made" | "not-needed", "password-guessable">> {
  if (!wanted || !(await isEmpty())) return ok("not-needed")
  const email = wanted.email.trim().toLowerCase()
  const actor = new InstallationActor({ at, network: "server" }, null)
  const made = await makeAdmin(actor, { name: email.split("@")[0] ?? email, email, password: wanted.password })
  if (made.ok) return ok("made")
  return made.refusal === "password-guessable" ? refuse("password-guessable") : ok("not-needed")
}
