import { cut } from "@/lib/base/kernel/cut"
/** Why something could not be fetched, in a word that does not change with wording. */
export type TroubleCode =
  | "not-permitted"
  | "credentials-refused"
  | "not-there"
  | "throttled"
  | "refused-by-service"
  | "statement-failed"
  | "statement-gone"
  | "incomplete"
  | "unreadable"
  | "endless-pages"
  | "unreachable"
  | "timed-out"
  | "too-large"
  | "not-allowed-out"
  | "cancelled"

export type Trouble = { readonly code: TroubleCode; readonly said: string }

const words: Record<TroubleCode, string> = {
  "not-permitted": "The connection has no permission to read this.",
  "credentials-refused": "The workspace rejected the credentials.",
  "not-there": "Not available in this workspace.",
  throttled: "The workspace limited requests for more than five minutes.",
  "refused-by-service": "The workspace rejected the request.",
  "statement-failed": "The statement failed.",
  "statement-gone": "The statement expired before it finished.",
  incomplete: "The response was incomplete.",
  unreadable: "The response wasn't understood. Check that this is a workspace URL.",
  "endless-pages": "The workspace kept returning the same page.",
  unreachable: "Couldn't reach the workspace.",
  "timed-out": "The workspace didn't respond in time.",
  "too-large": "The response was too large.",
  "not-allowed-out": "This address isn't allowed.",
  cancelled: "Cancelled.",
}

/** One sentence, with what the service itself said, shortened; never more than 300 characters of it. */
export const sayTrouble = ({ code, said }: Trouble): string =>
  said ? `${words[code]} It said: ${cut(said.replaceAll(/\s+/g, " "), 300)}` : words[code]

/** What ends a whole run, and what only leaves one thing untold. */
export const endsAll = (code: TroubleCode): boolean =>
  ["credentials-refused", "cancelled", "not-allowed-out"].includes(code)
