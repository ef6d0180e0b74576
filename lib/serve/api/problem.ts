/** A refusal on the wire: problem+json after RFC 9457. `code` is permanent, `detail` is a sentence for a person. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly [extra: string]: unknown
}

export const problems = {
  "sign-in-needed": { status: 401, sentence: "Sign in, or send a valid token." },
  "not-allowed": { status: 403, sentence: "You don't have permission to do this. Ask a lead of the programme." },
  "in-person": { status: 403, sentence: "A token can't do this. Sign in and do it yourself." },
  "foreign-origin": { status: 403, sentence: "Request from another site blocked." },
  "not-found": { status: 404, sentence: "Page not found, or no access." },
  "method-not-allowed": { status: 405, sentence: "Method not allowed at this address." },
  "key-reused": { status: 422, sentence: "This idempotency key was used for another request. Use a new one." },
  invalid: { status: 422, sentence: "The request is not valid. See the fields." },
  "bad-json": { status: 400, sentence: "The body is not valid JSON." },
  "bad-key": { status: 400, sentence: "An Idempotency-Key is 1 to 200 visible ASCII characters without spaces." },
  "bad-text": { status: 400, sentence: "The request contains invalid characters." },
  "too-large": { status: 413, sentence: "The body is larger than 1 MiB." },
  "file-too-large": { status: 413, sentence: "The file is too large." },
  "no-file": { status: 422, sentence: "Send the file itself as the body of the request." },
  "not-json": { status: 415, sentence: "Send the body as application/json." },
  conflict: { status: 409, sentence: "This conflicts with existing data." },
  unavailable: { status: 503, sentence: "The database is unavailable. Try again in a few seconds." },
  bug: { status: 500, sentence: "Something went wrong on our side. The error was logged and nothing was changed." },
} as const
export type ProblemCode = keyof typeof problems

/** The sentences of constraints that the database itself holds. */
export const constraintSentences: Readonly<Record<string, string>> = {
  member_keep_a_lead: "A programme needs at least one lead. Assign another lead first.",
  app_user_keep_an_admin: "The installation needs at least one admin who can sign in. Assign another admin first.",
}

export function problem(code: ProblemCode, extra: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, sentence } = problems[code]
  return { status, code, detail: sentence, ...extra }
}
