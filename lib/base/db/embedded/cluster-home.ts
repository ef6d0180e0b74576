import { createHash } from "node:crypto"
import { chmodSync, existsSync, mkdirSync } from "node:fs"
import path from "node:path"
import { EmbeddedProblem } from "./problem"
import { canReach, findServiceAccount, type ServiceAccount } from "./service-account"

/** Where one PostgreSQL cluster lives: `data` belongs to the servant, everything else to whoever starts the app. */
export type ClusterHome = {
  readonly folder: string
  /** Data and passwords together: they are made, moved and backed up as one. */
  readonly cluster: string
  readonly data: string
  readonly credentials: string
  readonly log: string
  readonly account: ServiceAccount | undefined
}

/** Where root keeps the data of a project that `nobody` cannot reach. */
const ROOT_FOLDER = "/var/lib/lakeward"

/**
 * The home of the embedded cluster inside a data folder, made when missing.
 * A folder that was chosen by hand is used or refused; the default one may give way to `/var/lib/lakeward`.
 * @throws EmbeddedProblem when the folder cannot be made, or cannot be reached by the account that runs PostgreSQL.
 */
export function openClusterHome(dataFolder: string, isChosen: boolean): ClusterHome {
  const account = findServiceAccount()
  const wanted = path.join(dataFolder, "postgres")
  makeFolder(dataFolder, wanted)
  if (canReach(account, wanted)) return homeIn(wanted, account)
  if (isChosen)
    throw new EmbeddedProblem(
      `Started as root, PostgreSQL runs as the user "nobody", who cannot reach ${wanted}. Set LAKEWARD_DATA_DIR to a folder that every user can reach, or start Lakeward as an ordinary user.`,
    )
  const project = createHash("sha256").update(path.resolve(dataFolder)).digest("hex").slice(0, 12)
  const fallback = path.join(ROOT_FOLDER, project, "postgres")
  makeFolder(ROOT_FOLDER, path.dirname(fallback), fallback)
  return homeIn(fallback, account)
}

/** The layout of a cluster in a folder that exists. */
export function homeIn(folder: string, account: ServiceAccount | undefined): ClusterHome {
  const within = (name: string) => path.join(folder, name)
  return {
    folder,
    cluster: within("cluster"),
    data: within("cluster/data"),
    credentials: within("cluster/credentials.json"),
    log: within("server.log"),
    account,
  }
}

/** Folders are made passable but not readable for others: the service account must reach its data. */
function makeFolder(...folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      const isNew = !existsSync(folder)
      mkdirSync(folder, { recursive: true })
      if (isNew || process.getuid?.() === 0) chmodSync(folder, 0o711)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new EmbeddedProblem(`The data folder ${folder} can't be created or written: ${reason}.`)
    }
  }
}
