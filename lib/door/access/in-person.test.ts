import { expect, test } from "vitest"
import { InstallationActor, UserActor, Visitor } from "./actor"
import { inPerson } from "./in-person"

const context = { at: new Date(0), network: "n" }
const signIn = { userId: "u", scope: "write", admin: true, authenticatedAt: null, credential: null } as const

test("a session and the command line are in person, a token is not", () => {
  expect(inPerson(new UserActor(context, { ...signIn, sessionId: "s" })).ok).toBe(true)
  expect(inPerson(new InstallationActor(context, null)).ok).toBe(true)
  expect(inPerson(new Visitor(context)).ok).toBe(true)
  expect(inPerson(new UserActor(context, { ...signIn, sessionId: null }))).toEqual({ ok: false, refusal: "in-person" })
})
