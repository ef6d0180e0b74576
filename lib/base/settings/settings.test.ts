import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { parseSettings } from "./settings"

const mistakesOf = (environment: Record<string, string>) => {
  const parsed = parseSettings(environment)
  return parsed.ok ? [] : parsed.refusal
}

describe("the settings", () => {
  test("need nothing: an embedded database behind 127.0.0.1:3000", () => {
    expect(parseSettings({})).toEqual({
      ok: true,
      value: {
        databaseUrl: undefined,
        isEmbedded: true,
        port: 3000,
        host: "127.0.0.1",
        origin: "http://127.0.0.1:3000",
        dataFolder: ".lakeward",
        isDataFolderChosen: false,
        authSecret: undefined,
        firstAdmin: undefined,
        oidc: undefined,
        secretKeys: [],
        proofKey: undefined,
        localWorkspace: undefined,
        trustedProxies: [],
      },
    })
  })

  test("treat an empty variable as unset", () => {
    expect(mistakesOf({ DATABASE_URL: "", PORT: " ", OIDC_ISSUER: "", AUTH_SECRET: "" })).toEqual([])
  })

  test.each([
    [{ PORT: "0" }, "PORT"],
    [{ PORT: "3000.5" }, "PORT"],
    [{ PORT: "http" }, "PORT"],
    [{ HOST: "a b", APP_ORIGIN: "https://example.org" }, "HOST"],
    [{ HOST: "0.0.0.0" }, "APP_ORIGIN"],
    [{ APP_ORIGIN: "lakeward.example.org" }, "APP_ORIGIN"],
    [{ APP_ORIGIN: "https://example.org/lakeward" }, "APP_ORIGIN"],
    [{ APP_ORIGIN: "ftp://example.org" }, "APP_ORIGIN"],
    [{ DATABASE_URL: "mysql://host/name" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgresql://host" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgresql://host/name?schema=own" }, "DATABASE_URL"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET"],
    [{ LAKEWARD_ADMIN_EMAIL: "a@example.org" }, "LAKEWARD_ADMIN_EMAIL"],
    [{ LAKEWARD_ADMIN_PASSWORD: "correct horse battery" }, "LAKEWARD_ADMIN_EMAIL"],
    [{ LAKEWARD_ADMIN_EMAIL: "a@example.org", LAKEWARD_ADMIN_PASSWORD: "short" }, "LAKEWARD_ADMIN_PASSWORD"],
    [{ LAKEWARD_ADMIN_EMAIL: "nobody", LAKEWARD_ADMIN_PASSWORD: "correct horse battery" }, "LAKEWARD_ADMIN_EMAIL"],
    [{ OIDC_ISSUER: "https://id.example.org" }, "OIDC_ISSUER"],
    [{ OIDC_CLIENT_ID: "lakeward" }, "OIDC_ISSUER"],
    [{ OIDC_ISSUER: "http://id.example.org", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" }, "OIDC_ISSUER"],
    [{ TRUSTED_PROXIES: "10.0.0.0/8, proxy.example.org" }, "TRUSTED_PROXIES"],
    [{ TRUSTED_PROXIES: "10.0.0.0/64" }, "TRUSTED_PROXIES"],
  ])("%j is refused with one sentence", (environment, subject) => {
    const mistakes = mistakesOf(environment)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatch(new RegExp(`^${subject}.*\\.$`))
  })

  test("report every mistake at once", () => {
    expect(mistakesOf({ PORT: "x", AUTH_SECRET: "x", TRUSTED_PROXIES: "x" })).toHaveLength(3)
  })

  test("take what a server behind a proxy needs", () => {
    const parsed = parseSettings({
      HOST: "0.0.0.0",
      PORT: "8080",
      APP_ORIGIN: "https://Lakeward.example.org/",
      DATABASE_URL: "postgresql://lakeward:p%40ss@db:5432/lakeward?sslmode=require",
      TRUSTED_PROXIES: "10.0.0.0/8, ::1",
      OIDC_ISSUER: "https://id.example.org/tenant",
      OIDC_CLIENT_ID: "lakeward",
      OIDC_CLIENT_SECRET: "secret",
    })
    expect(parsed).toMatchObject({
      ok: true,
      value: { origin: "https://lakeward.example.org", isEmbedded: false, trustedProxies: ["10.0.0.0/8", "::1"] },
    })
  })

  test("know the embedded database by its mark once it runs", () => {
    const url = "postgresql://lakeward:x@127.0.0.1:5000/lakeward"
    expect(parseSettings({ DATABASE_URL: url, LAKEWARD_EMBEDDED: "yes" })).toMatchObject({
      value: { isEmbedded: true },
    })
  })

  test("never repeat a secret in a sentence", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (noise) => {
        const secret = `TOP${noise}SECRET`
        const told = mistakesOf({ DATABASE_URL: secret, AUTH_SECRET: secret.slice(0, 20), OIDC_CLIENT_SECRET: secret })
        return told.every((sentence) => !sentence.includes(secret.slice(0, 20)))
      }),
    )
  })
})
