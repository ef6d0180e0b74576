import { spawnSync } from "node:child_process"

/** The account that PostgreSQL runs as when the app is root, because PostgreSQL refuses to run as root. */
export type ServiceAccount = { readonly uid: number; readonly gid: number }

const NOBODY = 65_534

/** The account `nobody` for root, `undefined` for anyone else: an ordinary user runs PostgreSQL as themselves. */
export function findServiceAccount(): ServiceAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  return { uid: askId("-u"), gid: askId("-g") }
}

function askId(option: "-u" | "-g"): number {
  const { status, stdout } = spawnSync("id", [option, "nobody"], { encoding: "utf8" })
  const id = Number.parseInt(stdout ?? "", 10)
  return status === 0 && Number.isInteger(id) && id > 0 ? id : NOBODY
}

/** Whether the account can enter a folder; every folder above it counts. */
export function canReach(account: ServiceAccount | undefined, folder: string): boolean {
  if (!account) return true
  return spawnSync("/bin/ls", ["-d", `${folder}/.`], { ...account, cwd: "/", stdio: "ignore" }).status === 0
}

/**
 * How each PostgreSQL program is started: as the service account, in a place it may enter, in
 * the language that the log is read in, and without the app's secrets in its environment.
 */
export function spawnOptions(account: ServiceAccount | undefined) {
  const { PATH, SystemRoot, TEMP } = process.env
  return {
    ...account,
    cwd: process.platform === "win32" ? process.cwd() : "/",
    env: { NODE_ENV: "production" as const, PATH, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC" },
    windowsHide: true,
  }
}
