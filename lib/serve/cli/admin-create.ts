import { askSecretly } from "./ask-secretly"
import { CommandProblem, command } from "./command"
import { withProduct } from "./with-product"

export const adminCreate = command({
  usage: [
    "--email <address>   what the admin signs in with",
    "--name <name>       what the admin is called",
    "The password is asked for; in a script, it is the first line of the input.",
  ],
  options: { email: { type: "string" }, name: { type: "string" } },
  run: async ({ email, name }) => {
    if (!email) throw new CommandProblem("Say whom: --email name@example.org")
    const password = await askSecretly("Password:")
    return withProduct("admin create", () => create({ email, name: name ?? email.split("@")[0] ?? email, password }))
  },
})

async function create(given: { email: string; name: string; password: string }): Promise<number> {
  const { addFirstAdmin } = await import("@/lib/people/accounts/contract/entry")
  const { emailTaken, passwordGuessable } = await import("@/lib/people/accounts/contract/refusals")
  const { makeAdmin } = await import("@/lib/people/accounts/server/commands/first-admin")
  const { InstallationActor } = await import("@/lib/door/access/actor")
  const parsed = addFirstAdmin.input.safeParse(given)
  if (!parsed.success) throw new CommandProblem(parsed.error.issues.map(({ message }) => message).join("\n"))
  const made = await makeAdmin(new InstallationActor({ at: new Date(), network: "server" }, null), parsed.data)
  if (made.ok) {
    console.info(`${parsed.data.email} is an admin and can sign in.`)
    return 0
  }
  if (made.refusal === "email-taken") throw new CommandProblem(emailTaken["email-taken"].sentence)
  throw new CommandProblem(passwordGuessable["password-guessable"].sentence)
}
