import type { CompleteSettings } from "@/lib/base/settings/server/settings"
import { passwordGuessable } from "@/lib/people/accounts/contract/refusals"
import { CommandProblem } from "./command"

/**
 * What must hold before anybody can sign in: the provider of the settings answers, and the first admin of the settings
 * is there. Loaded late, because both need the database client.
 * @throws CommandProblem or SettingsProblem with a sentence; a start that goes on anyway would fail open.
 */
export async function prepareSignIn({ oidc, firstAdmin }: CompleteSettings, say: (text: string) => void) {
  const { checkProvider } = await import("@/lib/people/accounts/server/auth/provider")
  const { ensureFirstAdmin } = await import("@/lib/people/accounts/server/commands/first-admin")
  await checkProvider(oidc)
  const made = await ensureFirstAdmin(firstAdmin)
  if (!made.ok) throw new CommandProblem(`LAKEWARD_ADMIN_PASSWORD: ${passwordGuessable["password-guessable"].sentence}`)
  if (made.value === "made") say("first admin created")
  else say(oidc ? `with a password or ${new URL(oidc.issuer).host}` : "with a password")
}
