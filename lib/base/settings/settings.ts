import * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { describeDatabaseUrl, describeOidcIssuer, describeOrigin, isAddressOrRange, isLoopback } from "./shapes"

/** What the product is told from outside, read once at start. Passwords and secrets are in here: never log it. */
export type Settings = {
  /** The PostgreSQL server to use; `undefined` means the embedded one, as long as that is not running yet. */
  readonly databaseUrl: string | undefined
  /** Whether the database is the embedded one, also when its address is known by now. */
  readonly isEmbedded: boolean
  readonly port: number
  readonly host: string
  /** Scheme, host and port that people use, without a path: `https://lakeward.example.org`. */
  readonly origin: string
  readonly dataFolder: string
  /** Whether the folder was chosen; the default may be replaced where it cannot serve. */
  readonly isDataFolderChosen: boolean
  readonly authSecret: string | undefined
  /** What kept secrets are sealed with, the newest first; empty when the data folder holds the keys. */
  readonly secretKeys: readonly string[]
  /** The private key that proof bundles are signed with (PKCS8, PEM); none when the data folder holds it. */
  readonly proofKey: string | undefined
  /** A workspace on this very computer that may be connected to besides real ones, to try connections out. */
  readonly localWorkspace: string | undefined
  readonly firstAdmin: { readonly email: string; readonly password: string } | undefined
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined
  /** Addresses and CIDR ranges whose forwarded headers count. */
  readonly trustedProxies: readonly string[]
}

type Environment = { readonly [name: string]: string | undefined }

/** Sessions are signed with it; 32 characters of a random generator are 128 bits or more. */
const SHORTEST_SECRET = 32
/** The policy for passwords without a second factor. */
const SHORTEST_PASSWORD = 15

/** Reads the settings; an empty variable counts as unset. Refused with one sentence for each mistake. */
export function parseSettings(environment: Environment): Result<Settings, readonly string[]> {
  const mistakes: string[] = []
  const read = (name: string) => environment[name]?.trim() || undefined
  const check = (sentence: string | undefined) => void (sentence && mistakes.push(sentence))
  const port = Number(read("PORT") ?? 3000)
  const host = read("HOST") ?? "127.0.0.1"
  const databaseUrl = read("DATABASE_URL")
  const authSecret = read("AUTH_SECRET")
  const secretKeys = (read("LAKEWARD_SECRET_KEYS") ?? "").split(",").flatMap((each) => each.trim() || [])
  const trustedProxies = (read("TRUSTED_PROXIES") ?? "").split(",").flatMap((each) => each.trim() || [])
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    check(`PORT is a number from 1 to 65535, not "${read("PORT")}".`)
  if (!/^[\w.:-]+$/.test(host)) check(`HOST is an address or a host name, not "${host}".`)
  if (databaseUrl) check(describeDatabaseUrl(databaseUrl))
  if (authSecret && authSecret.length < SHORTEST_SECRET)
    check(`AUTH_SECRET needs at least ${SHORTEST_SECRET} characters; if unset, one is generated.`)
  if (secretKeys.some((key) => key.length < SHORTEST_SECRET))
    check(`LAKEWARD_SECRET_KEYS needs keys of at least ${SHORTEST_SECRET} characters, the newest first.`)
  for (const proxy of trustedProxies)
    if (!isAddressOrRange(proxy))
      check(`TRUSTED_PROXIES holds "${proxy}", which isn't an address or a range such as 10.0.0.0/8.`)
  const settings: Settings = {
    databaseUrl,
    isEmbedded: databaseUrl === undefined || read("LAKEWARD_EMBEDDED") === "yes",
    port,
    host,
    origin: readOrigin(read("APP_ORIGIN"), host, port, check),
    dataFolder: read("LAKEWARD_DATA_DIR") ?? ".lakeward",
    isDataFolderChosen: read("LAKEWARD_DATA_DIR") !== undefined,
    authSecret,
    secretKeys,
    proofKey: read("LAKEWARD_PROOF_KEY")?.replaceAll("\\n", "\n"),
    localWorkspace: readLocalWorkspace(read("LAKEWARD_LOCAL_WORKSPACE"), check),
    firstAdmin: readFirstAdmin(read("LAKEWARD_ADMIN_EMAIL"), environment.LAKEWARD_ADMIN_PASSWORD || undefined, check),
    oidc: readOidc([read("OIDC_ISSUER"), read("OIDC_CLIENT_ID"), read("OIDC_CLIENT_SECRET")], check),
    trustedProxies,
  }
  return mistakes.length > 0 ? refuse(mistakes) : ok(settings)
}

type Check = (sentence: string | undefined) => void

function readOrigin(text: string | undefined, host: string, port: number, check: Check): string {
  if (text) {
    check(describeOrigin(text))
    return text.replace(/\/$/, "").toLowerCase()
  }
  if (!isLoopback(host))
    check(
      `APP_ORIGIN must be set to the address people use for Lakeward (such as https://lakeward.example.org), because HOST is ${host}.`,
    )
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`
}

function readLocalWorkspace(text: string | undefined, check: Check): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === "http:" && url.hostname === "127.0.0.1" && url.origin === text) return text
  check(`LAKEWARD_LOCAL_WORKSPACE is an address on this computer, such as http://127.0.0.1:8080, not "${text}".`)
  return undefined
}

function readFirstAdmin(email: string | undefined, password: string | undefined, check: Check): Settings["firstAdmin"] {
  if (!email && !password) return undefined
  if (!email || !password) {
    check("LAKEWARD_ADMIN_EMAIL and LAKEWARD_ADMIN_PASSWORD must be set together, or not at all.")
    return undefined
  }
  if (!z.email().safeParse(email).success) check(`LAKEWARD_ADMIN_EMAIL is not an e-mail address: "${email}".`)
  if (password.length < SHORTEST_PASSWORD)
    check(`LAKEWARD_ADMIN_PASSWORD needs at least ${SHORTEST_PASSWORD} characters.`)
  return { email, password }
}

function readOidc(values: readonly (string | undefined)[], check: Check): Settings["oidc"] {
  const [issuer, clientId, clientSecret] = values
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret) {
    check("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together, or not at all.")
    return undefined
  }
  check(describeOidcIssuer(issuer))
  return { issuer, clientId, clientSecret }
}
