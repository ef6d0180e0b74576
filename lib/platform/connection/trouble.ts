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
  "not-permitted": "The connection is not permitted to read this.",
  "credentials-refused": "The workspace refused the credentials of the connection.",
  "not-there": "The workspace does not have this.",
  throttled: "The workspace asked to slow down for longer than five minutes.",
  "refused-by-service": "The workspace refused the request.",
  "statement-failed": "The statement failed.",
  "statement-gone": "The workspace has forgotten the statement before it was done.",
  incomplete: "The answer was not complete.",
  unreadable: "The answer could not be read; is this the address of a workspace?",
  "endless-pages": "The workspace answered the same page again and again.",
  unreachable: "The workspace could not be reached.",
  "timed-out": "The workspace did not answer in time.",
  "too-large": "The answer was larger than what is taken in.",
  "not-allowed-out": "The address is not one that may be asked.",
  cancelled: "It was cancelled.",
}

/** One sentence, with what the service itself said, shortened; never more than 300 characters of it. */
export const sayTrouble = ({ code, said }: Trouble): string =>
  said ? `${words[code]} It said: ${said.replaceAll(/\s+/g, " ").slice(0, 300)}` : words[code]

/** What ends a whole run, and what only leaves one thing untold. */
export const endsAll = (code: TroubleCode): boolean =>
  ["credentials-refused", "cancelled", "not-allowed-out"].includes(code)
