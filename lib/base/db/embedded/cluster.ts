import { spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Binaries } from "./binaries"
import { type ClusterHome, homeIn } from "./cluster-home"
import { keepCredentials, newCredentials } from "./credentials"
import { EmbeddedProblem } from "./problem"
import { spawnOptions } from "./service-account"

const MAJOR = "18"

/**
 * Makes the cluster when there is none. It is made in a draft folder and renamed when complete, so that an abrupt end
 * never leaves half a cluster, and two starts at the same moment leave one.
 * @throws EmbeddedProblem when it cannot be made, or was made by another version of PostgreSQL.
 */
export function ensureCluster(binaries: Binaries, home: ClusterHome): void {
  if (existsSync(home.cluster)) checkVersion(home)
  else makeCluster(binaries, home)
}

function makeCluster(binaries: Binaries, home: ClusterHome): void {
  const draft = homeIn(path.join(home.folder, `draft-${process.pid}`), home.account)
  rmSync(draft.folder, { recursive: true, force: true })
  mkdirSync(draft.data, { recursive: true, mode: 0o711 })
  chmodSync(draft.data, 0o700)
  giveTo(home, draft.data)
  try {
    const credentials = newCredentials()
    keepCredentials(draft.credentials, credentials)
    initialise(binaries, draft, credentials.postgres)
    renameSync(draft.cluster, home.cluster)
  } catch (error) {
    if (!existsSync(home.data)) throw error
  } finally {
    rmSync(draft.folder, { recursive: true, force: true })
  }
}

function giveTo(home: ClusterHome, entry: string): void {
  if (home.account) chownSync(entry, home.account.uid, home.account.gid)
}

function initialise(binaries: Binaries, draft: ClusterHome, password: string): void {
  const passwordFile = path.join(draft.folder, "password")
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  giveTo(draft, passwordFile)
  const options = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"]
  const language = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const made = spawnSync(binaries.initdb, ["-D", draft.data, ...options, ...language, "--no-instructions"], {
    ...spawnOptions(draft.account),
    encoding: "utf8",
  })
  if (made.status === 0) return
  const reason = (made.stderr || made.error?.message || "").trim().split("\n").at(-1)
  throw new EmbeddedProblem(`The embedded database can't be created in ${draft.folder}: ${reason}`)
}

function checkVersion(home: ClusterHome): void {
  const version = readVersion(home)
  if (version === MAJOR) return
  throw new EmbeddedProblem(
    version === undefined
      ? `The database in ${home.data} can't be read or is damaged. Start Lakeward as the user who created it, restore the folder from a backup, or set LAKEWARD_DATA_DIR to another folder.`
      : `The data in ${home.data} was made by PostgreSQL ${version}; this version of Lakeward runs PostgreSQL ${MAJOR}. Start the version that made it, or set LAKEWARD_DATA_DIR to another folder.`,
  )
}

function readVersion(home: ClusterHome): string | undefined {
  try {
    return readFileSync(path.join(home.data, "PG_VERSION"), "utf8").trim()
  } catch {
    return undefined
  }
}
