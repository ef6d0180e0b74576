import { askSecretly } from "./ask-secretly"
import { CommandProblem, command } from "./command"
import { withProduct } from "./with-product"

export const adminCreate = command({
  usage: [
    "--email <address>   the admin's e-mail address",
    "--name <name>       the admin's name",
    "Prompts for the password; in a script, pass it as the first line of standard input.",
  ],
  options: { email: { type: "string" }, name: { type: "string" } },
  run: async ({ email, name }) => {
    if (!email) throw new CommandProblem("Missing --email, such as --email name@example.org")
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
    console.info(`${parsed.data.email} is now an admin and can sign in.`)
    return 0
  }
  if (made.refusal === "email-taken") throw new CommandProblem(emailTaken["email-taken"].sentence)
  throw new CommandProblem(passwordGuessable["password-guessable"].sentence)
}
