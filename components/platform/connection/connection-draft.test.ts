import { describe, expect, test } from "vitest"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import { draftOf, inputOf, needsSecret } from "./connection-draft"

const kept: ConnectionView = {
  ...{ id: "0190f0f0-0000-7000-8000-000000000001", name: "Production", host: "https://adb-1.2.azuredatabricks.net" },
  ...{ auth: "oauth_m2m", clientId: "client", warehouseId: null, accountId: null, parameters: { days: "30" } },
  ...{ everyHours: 24, nextRunAt: null, lastRun: null, version: 1, may: { manage: true, run: true } },
}
const changed = (more: object) => ({ ...draftOf(kept), ...more })

describe("a draft of a connection", () => {
  test("that says nothing new keeps everything", () => {
    const { name, host, auth, clientId, warehouseId, accountId, parameters, everyHours } = kept
    expect(inputOf(draftOf(kept))).toEqual({
      ...{ name, host, auth, clientId, warehouseId, accountId, parameters, everyHours },
    })
  })
  test("leaves out what is empty, and the client of a token", () => {
    const input = inputOf(changed({ auth: "token", warehouseId: " ", parameters: { days: " ", tag: "team" } }))
    expect(input).toMatchObject({ clientId: null, warehouseId: null, parameters: { tag: "team" } })
  })
  test("needs the secret again for another address or identity alone", () => {
    expect(needsSecret(changed({ name: "Other", everyHours: null }), kept)).toBe(false)
    expect(needsSecret(changed({ host: `${kept.host}/?o=1` }), kept)).toBe(false)
    expect(needsSecret(changed({ host: "https://adb-9.2.azuredatabricks.net" }), kept)).toBe(true)
    expect(needsSecret(changed({ clientId: "another" }), kept)).toBe(true)
    expect(needsSecret(changed({ auth: "token" }), kept)).toBe(true)
  })
})
