import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import * as z from "zod"
import type { ClusterHome } from "./cluster-home"
import { EmbeddedProblem } from "./problem"

/** Passwords of the two roles: `postgres` owns the cluster, `lakeward` owns the product's database and nothing else. */
export type Credentials = z.infer<typeof Credentials>
const Credentials = z.object({ postgres: z.string().min(20), lakeward: z.string().min(20) })

export const newCredentials = (): Credentials => ({ postgres: newPassword(), lakeward: newPassword() })

const newPassword = () => randomBytes(24).toString("base64url")

/** Written once, readable only by whoever starts the app. */
export function keepCredentials(file: string, credentials: Credentials): void {
  writeFileSync(file, `${JSON.stringify(credentials)}\n`, { mode: 0o600 })
}

/** @throws EmbeddedProblem when the file is missing, unreadable or damaged although there is data. */
export function readCredentials(home: ClusterHome): Credentials {
  if (!existsSync(home.credentials)) throw lost(home, "is missing")
  try {
    return Credentials.parse(JSON.parse(readFileSync(home.credentials, "utf8")))
  } catch {
    throw lost(home, "cannot be read")
  }
}

const lost = (home: ClusterHome, state: string) =>
  new EmbeddedProblem(
    `The password file ${home.credentials} ${state}, and the data beside it cannot be opened without it. Restore the file from a backup of the data folder, or start as the user who made it.`,
  )

/** The address of a database of the cluster on this computer. */
export function urlOf(port: number, role: keyof Credentials, credentials: Credentials, database: string): string {
  return `postgresql://${role}:${credentials[role]}@127.0.0.1:${port}/${database}`
}
