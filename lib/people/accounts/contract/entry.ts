import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { Email } from "../email"
import { NewPassword } from "../password-shapes"
import { linkNotValid, passwordGuessable } from "./refusals"

/** The secret of a one-time link: 32 bytes in base64url. */
const Secret = z.string().regex(/^[\w-]{43}$/, "Open the complete link you were sent.")

export const addFirstAdmin = contract({
  name: "addFirstAdmin",
  audience: "public",
  permission: "public",
  method: "POST",
  path: "/first-admin",
  summary: "Create the first admin of a new installation; refused once a user exists",
  input: z.strictObject({ name: line(80), email: Email, password: NewPassword }),
  output: z.strictObject({ id: Id }),
  refusals: {
    ...passwordGuessable,
    "already-set-up": { status: 409, sentence: "This installation already has an admin. Sign in instead." },
  },
})

export const acceptInvitation = contract({
  name: "acceptInvitation",
  audience: "public",
  permission: "public",
  method: "POST",
  path: "/accepted-invitations",
  summary: "Create an account from an invitation",
  input: z.strictObject({ secret: Secret, name: line(80), password: NewPassword }),
  output: z.strictObject({ email: z.string(), programmeId: Id.nullable() }),
  refusals: {
    ...linkNotValid,
    ...passwordGuessable,
    "has-account": {
      status: 409,
      sentence: "This e-mail address already has an account. Sign in, then open the link again.",
    },
  },
})

export const joinProgramme = contract({
  name: "joinProgramme",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "POST",
  path: "/me/memberships",
  summary: "Join a programme from an invitation to your e-mail address",
  input: z.strictObject({ secret: Secret }),
  output: z.strictObject({ programmeId: Id.nullable() }),
  refusals: {
    ...linkNotValid,
    "for-somebody-else": {
      status: 403,
      sentence: "This invitation is for another e-mail address. Sign in with that account.",
    },
  },
})

export const resetPassword = contract({
  name: "resetPassword",
  audience: "public",
  permission: "public",
  method: "POST",
  path: "/password-resets",
  summary: "Set a new password from a reset link and end all sessions of the account",
  input: z.strictObject({ secret: Secret, password: NewPassword }),
  output: z.strictObject({ email: z.string() }),
  refusals: { ...linkNotValid, ...passwordGuessable },
})
