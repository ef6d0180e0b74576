import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { LONGEST_TOKEN_DAYS, NewToken } from "../api-token"
import { NewPassword, ShownPassword } from "../password-shapes"
import { MeView, SessionView, TokenView } from "../views"
import { passwordGuessable, tooManyAttempts } from "./refusals"

const nothing = z.strictObject({})

export const getMe = contract({
  name: "getMe",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/me",
  summary: "Your account",
  input: nothing,
  output: MeView,
  refusals: {},
})

export const changeMe = contract({
  name: "changeMe",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "PATCH",
  path: "/me",
  summary: "Change your name",
  input: z.strictObject({ version: z.int().min(1), name: line(80) }),
  output: MeView,
  refusals: { ...changedMeanwhile },
})

export const changePassword = contract({
  name: "changePassword",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "POST",
  path: "/me/password",
  summary: "Change your password; ends your other sessions, your API tokens and pending reset links",
  input: z.strictObject({ current: ShownPassword, password: NewPassword }),
  output: z.strictObject({
    ended: z.int().meta({ description: "How many other sessions were ended." }),
    tokens: z.int().meta({ description: "How many API tokens were revoked." }),
  }),
  refusals: {
    ...passwordGuessable,
    ...tooManyAttempts,
    "wrong-password": { status: 422, sentence: "Current password is incorrect." },
  },
})

export const confirmPassword = contract({
  name: "confirmPassword",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "POST",
  path: "/me/confirmation",
  summary: "Confirm your password to sign off from this browser for 15 minutes",
  input: z.strictObject({ password: ShownPassword }),
  output: z.strictObject({ confirmedAt: z.iso.datetime({ offset: true }) }),
  refusals: {
    ...tooManyAttempts,
    "wrong-password": { status: 422, sentence: "Incorrect password." },
  },
})

export const listSessions = contract({
  name: "listSessions",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/me/sessions",
  summary: "Your active sessions",
  input: nothing,
  output: z.strictObject({ items: z.array(SessionView) }),
  refusals: {},
})

export const endSession = contract({
  name: "endSession",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "DELETE",
  path: "/me/sessions/{sessionId}",
  summary: "End one of your sessions",
  input: z.strictObject({ sessionId: Id }),
  output: z.strictObject({ id: Id }),
  refusals: { ...notFound },
})

export const endSessions = contract({
  name: "endSessions",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "DELETE",
  path: "/me/sessions",
  summary: "End all your sessions and API tokens, or all sessions but this one",
  input: z.strictObject({ keepThisOne: z.boolean().default(false) }),
  output: z.strictObject({ ended: z.int(), tokens: z.int() }),
  refusals: {},
})

export const listTokens = contract({
  name: "listTokens",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/me/tokens",
  summary: "Your active API tokens",
  input: nothing,
  output: z.strictObject({ items: z.array(TokenView) }),
  refusals: {},
})

export const addToken = contract({
  name: "addToken",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "POST",
  path: "/me/tokens",
  summary: `Create an API token that lasts up to ${LONGEST_TOKEN_DAYS} days; its secret is shown once`,
  input: NewToken,
  output: TokenView.extend({ secret: z.string() }),
  refusals: {
    "too-many-tokens": { status: 422, sentence: "You've reached the token limit. Revoke one first." },
  },
})

export const revokeToken = contract({
  name: "revokeToken",
  audience: "user",
  permission: "account.manage",
  inPerson: true,
  method: "DELETE",
  path: "/me/tokens/{tokenId}",
  summary: "Revoke one of your API tokens",
  input: z.strictObject({ tokenId: Id }),
  output: z.strictObject({ id: Id }),
  refusals: { ...notFound },
})
