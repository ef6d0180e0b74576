#!/usr/bin/env node
// Runs before anything is installed, so it needs nothing but Node: looks at the version of Node, installs the packages
// when they are missing or not those of package-lock.json, and hands over to lib/serve/cli/main.ts.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { setFlagsFromString } from "node:v8"

const OLDEST_NODE = [20, 19]
/** Commands that meet Next or tools; every other one runs the product's own server code, as React's server does. */
const TOOL_COMMANDS = new Set([
  "start",
  "test",
  "check",
  "dev",
  "generate",
  "migration",
  "prepare",
  "doctor",
  "--help",
  "-h",
  "help",
])

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"]
/** Next and React look at this once, before anything else. */
const MODES = { dev: "development", test: "test", check: "test" }

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..")
const [command = "--help", ...rest] = process.argv.slice(2)
process.chdir(root)
checkNode()
installPackages()
await handOver()

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  fail(
    `Lakeward needs Node ${OLDEST_NODE.join(".")} or newer; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  )
}

function installPackages() {
  if (isInstalled()) return
  console.info("Packages: installing what package-lock.json names; the first time takes a minute or two.")
  const started = Date.now()
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"]
  const { status } = spawnSync(
    npm[0],
    [...npm.slice(1), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      stdio: ["ignore", "inherit", "inherit"],
      shell: npm[0] === "npm" && process.platform === "win32",
    },
  )
  if (status !== 0)
    fail(
      "The packages could not be installed. Check that the package registry can be reached and that there is room on the disk, then try again.",
    )
  console.info(`Packages: installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/** npm keeps a copy of the lock of what is there; what it lacks must be optional (another platform) or not needed here. */
function isInstalled() {
  const installed = readPackages(path.join("node_modules", ".package-lock.json"))
  if (!installed) return false
  const needsTools = command === "test" || command === "check"
  return Object.entries(readPackages("package-lock.json") ?? {}).every(
    ([place, { version, optional, dev, devOptional }]) => {
      if (place === "" || installed[place]?.version === version) return true
      return !installed[place] && (optional || devOptional || (dev && !needsTools))
    },
  )
}

function readPackages(file) {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, "utf8")).packages
}

async function handOver() {
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: MODES[command] ?? "production" })
  const main = path.join(root, "lib", "serve", "cli", "main.ts")
  process.argv = [process.argv[0], main, command, ...rest]
  if (command === "start" && !rest.includes("--help")) return start(main)
  // React's server condition can only be chosen at the start of a process.
  if (!TOOL_COMMANDS.has(command)) process.exit(await runAside(["--conditions=react-server"], main, command, ...rest))
  await import("tsx")
  await import(pathToFileURL(main).href)
}

/** The server goes on in this process, so that whoever ends it ends Lakeward and not a middleman, and without a compiler. */
async function start(main) {
  const code = await runAside([], main, "prepare")
  if (code !== 0) process.exit(code)
  // Rubbish is swept when the heap has grown by 60 %, instead of up to four times its size: 370 MB under load, not 500.
  setFlagsFromString("--heap-growing-percent=60")
  await import(pathToFileURL(path.join(root, ".next", "commands", "main.mjs")).href)
}

/** Runs the TypeScript of a command in a process of its own and answers its exit code. */
function runAside(conditions, main, ...words) {
  const child = spawn(process.execPath, [...conditions, "--import", "tsx", main, ...words], { stdio: "inherit" })
  const pass = (signal) => child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, pass)
  return new Promise((resolve) => {
    child.on("error", (error) => fail(`Lakeward could not be started: ${error.message}`))
    child.on("exit", (code) => {
      for (const signal of SIGNALS) process.off(signal, pass)
      resolve(code ?? 1)
    })
  })
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
