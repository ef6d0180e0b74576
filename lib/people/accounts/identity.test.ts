import { expect, test } from "vitest"
import { vouchedFor } from "./identity"

test("a provider vouches by a verified address, in lower case", () => {
  const claims = { sub: "1", email: "Ines@Northbridge.test", email_verified: true, name: " Ines " }
  expect(vouchedFor(claims)).toEqual({
    ok: true,
    value: { subject: "1", email: "ines@northbridge.test", name: "Ines" },
  })
  expect(vouchedFor({ sub: "1", email: "a@b.test", xms_edov: 1 }).ok).toBe(true)
})

test.each([
  { sub: "1" },
  { sub: "1", email: "a@b.test" },
  { sub: "1", email: "a@b.test", email_verified: false },
  { sub: "1", email: "a@b.test", email_verified: "false" },
  { sub: "1", email: "not an address", email_verified: true },
])("and by nothing less: %j", (claims) => {
  expect(vouchedFor(claims)).toEqual({ ok: false, refusal: "email-not-verified" })
})
