import { randomBytes } from "node:crypto"
import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { makeAdmin } from "@/lib/people/accounts/server/commands/first-admin"
import { commandLine } from "./remove"
import { told } from "./stage"

export type DemoAdmin = {
  readonly userId: Id
  /** Only when they were made just now: their password is kept nowhere. */
  readonly made: { readonly email: string; readonly password: string } | null
}

/** The installation's first admin, who then leads the demo; where there is none, one is made with a random password. */
export async function ensureDemoAdmin(at: Date): Promise<DemoAdmin> {
  const where = { admin: true, disabledAt: null }
  const known = await database().prisma.user.findFirst({ where, orderBy: { createdAt: "asc" }, select: { id: true } })
  if (known) return { userId: known.id, made: null }
  const email = "admin@lakeward.example"
  const password = randomBytes(18).toString("base64url")
  const { id } = told("the admin", await makeAdmin(commandLine(at), { name: "Demo admin", email, password }))
  return { userId: id, made: { email, password } }
}
