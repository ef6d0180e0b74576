import type * as z from "zod"
import type { AccountPermission, InstallationPermission, ProgrammePermission } from "@/lib/door/access/permissions"

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE"

/** Who a contract is for: anybody, somebody signed in, an installation admin, or a member of the programme in its path. */
export type Audience = "public" | "user" | "installation" | "programme"

/** What may be asked of an actor of each audience. */
export type PermissionFor<For extends Audience> = {
  public: "public"
  user: AccountPermission
  installation: InstallationPermission
  programme: ProgrammePermission
}[For]

export type RefusalWords = { readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429; readonly sentence: string }
export type Refusals = Readonly<Record<string, RefusalWords>>

/** Inputs are objects: parameters, query and body are merged into one. */
export type InputShape = z.ZodType<object, object>

/** What one operation promises. The screen, the documentation and the tests read it; the server binds it to a command. */
export type Contract<
  Input extends InputShape = InputShape,
  Output extends z.ZodType = z.ZodType,
  Words extends Refusals = Refusals,
  For extends Audience = Audience,
  Asks extends PermissionFor<For> = PermissionFor<For>,
> = {
  /** A permanent name for the operation, such as `changeWorkItem`. */
  readonly name: string
  readonly audience: For
  /** What the actor needs; it stands here and nowhere else. */
  readonly permission: Asks
  /** Only for somebody who signed in themselves: a token that leaked must not outlive its own revocation, nor say what a person says. */
  readonly inPerson?: true
  readonly method: Method
  /** Below /api/v1, parameters in braces; those of a programme begin with /programmes/{programmeId}. */
  readonly path: string
  readonly summary: string
  /** Path parameters (but programmeId) together with the query of a read, or with the JSON body of a write. */
  readonly input: Input
  readonly output: Output
  readonly refusals: Words
  /** What an answer is tagged with: the data version of the programme, or its own bytes (the default). */
  readonly etag?: "version" | "bytes"
  /** The body is a file as it is, of at most so many bytes. The path then ends in /file, and the query brings the input. */
  readonly takes?: { readonly maxBytes: number }
  /** The answer is a file of this kind; `output` then is `FileOutput`. */
  readonly gives?: { readonly mediaType: string }
}

export function contract<
  Input extends InputShape,
  Output extends z.ZodType,
  const Words extends Refusals,
  const For extends Audience,
  const Asks extends PermissionFor<For>,
>(promise: Contract<Input, Output, Words, For, Asks>): Contract<Input, Output, Words, For, Asks> {
  return promise
}

/** The names in braces of a path, in order. */
export const parametersOf = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? "")

export const notFound = { "not-found": { status: 404, sentence: "Page not found, or no access." } } as const
export const changedMeanwhile = {
  "changed-meanwhile": {
    status: 409,
    sentence: "Someone else changed this in the meantime. Your changes are kept: review what changed, then save again.",
  },
} as const
export const notYours = {
  "not-yours": { status: 403, sentence: "Your role only lets you change work you own." },
} as const
