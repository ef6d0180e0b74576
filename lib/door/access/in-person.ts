import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Actor } from "./actor"

/**
 * Whether somebody does this themselves, signed in by a browser's session. A token that leaked must not be able to outlive
 * its own revocation, nor to say what a person says. The command line (no sign-in) is on the server and may; anybody before sign-in shows a secret of their own.
 */
export function inPerson(actor: Actor): Result<true, "in-person"> {
  if (actor.kind === "visitor" || actor.signIn === null || actor.signIn.sessionId !== null) return ok(true)
  return refuse("in-person")
}
