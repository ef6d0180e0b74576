import { CommandProblem, command } from "./command"
import { withProduct } from "./with-product"

export const tokenCreate = command({
  usage: [
    "--email <address>      the user's e-mail address",
    "--scope <read|write>   permissions",
    "--name <text>          name",
    "--days <number>        days until it expires, 365 at most; default 90",
  ],
  options: {
    email: { type: "string" },
    scope: { type: "string" },
    name: { type: "string" },
    days: { type: "string" },
  },
  run: async ({ email, scope, name, days }) => {
    const { NewToken } = await import("@/lib/people/accounts/api-token")
    const { Email } = await import("@/lib/people/accounts/email")
    const who = Email.safeParse(email)
    if (!who.success) throw new CommandProblem("Missing option: --email name@example.org")
    const wanted = NewToken.safeParse({ name: name ?? "Command line", scope, days: days ? Number(days) : undefined })
    if (!wanted.success) throw new CommandProblem("Use --scope read or write, and --days from 1 to 365.")
    return withProduct("token create", () => create(who.data, wanted.data))
  },
})

async function create(email: string, wanted: { name: string; scope: "read" | "write"; days: number }): Promise<number> {
  const { InstallationActor } = await import("@/lib/door/access/actor")
  const { makeTokenFor } = await import("@/lib/people/accounts/server/commands/tokens")
  const made = await makeTokenFor(new InstallationActor({ at: new Date(), network: "server" }, null), email, wanted)
  if (!made.ok)
    throw new CommandProblem(
      made.refusal === "not-found" ? `No user has the address ${email} here.` : `Token not created: ${made.refusal}.`,
    )
  console.info(made.value.secret)
  return 0
}
