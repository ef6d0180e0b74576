import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { NIL_ID } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { InstallationActor, UserActor } from "@/lib/door/access/actor"
import { revokeSessions } from "@/lib/door/access/server/sessions"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as account from "../../contract/account"
import * as installation from "../../contract/installation"
import { meView } from "../queries/account"
import { userView } from "../queries/installation"

/** Changes the actor's own name. */
export const changeMe = (actor: UserActor, { version, name }: z.output<typeof account.changeMe.input>) =>
  transact(actor, account.changeMe, async (tx) => {
    const { userId } = actor.signIn
    const where = { id: userId, version }
    const { count } = await tx.user.updateMany({ where, data: { name, version: { increment: 1 } } })
    const me = await meView(tx, userId)
    if (count === 0) return refuse("changed-meanwhile", { current: me })
    return done(me, { type: "user.renamed", subject: userId, data: {}, texts: { name } })
  })

/** Disables or enables a user, or gives or takes the installation; a disabled user is out at once. */
export const changeUser = (actor: InstallationActor, input: z.output<typeof installation.changeUser.input>) =>
  transact(actor, installation.changeUser, async (tx) => {
    const { at } = actor.context
    const { userId: id, version } = input
    await tx.$queryRaw`SELECT 1 FROM audit_chain WHERE id = ${NIL_ID}::uuid FOR NO KEY UPDATE`
    const user = await tx.user.findFirst({ where: { id } })
    if (!user) return refuse("not-found")
    if (user.version !== version) return refuse("changed-meanwhile", { current: await userView(tx, id, at) })
    const admin = input.admin ?? user.admin
    const disabled = input.disabled ?? user.disabledAt !== null
    if (!(admin && !disabled) && !(await hasOtherAdmin(tx, id))) return refuse("last-admin")
    const disabledAt = disabled ? (user.disabledAt ?? at) : null
    await tx.user.update({ where: { id }, data: { admin, disabledAt, version: { increment: 1 } } })
    if (disabled) await revokeSessions(tx, id, at)
    const view = await userView(tx, id, at)
    return done(view, { type: "user.changed", subject: id, data: { admin, disabled } })
  })

const hasOtherAdmin = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.user.findFirst({ where: { admin: true, disabledAt: null, id: { not: id } } })) !== null
