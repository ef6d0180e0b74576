import { readFileSync } from "node:fs"
import { CommandProblem } from "./command"
import { fingerprintOf, isUnchanged, keepFingerprint } from "./fingerprint"

const SOURCE = "lib/plan/simulation/assembly/kernel.as"
const OUTPUT = "lib/plan/simulation/generated"
const MARK = `${OUTPUT}/.fingerprint`

/** Compiles the kernel of the simulation, unless that of this source is there already. Answers whether it did. */
export async function ensureSimulationKernel(): Promise<boolean> {
  const fingerprint = fingerprintOf([
    SOURCE,
    "lib/serve/cli/simulation-kernel.ts",
    "node_modules/assemblyscript/package.json",
  ])
  if (isUnchanged(MARK, fingerprint)) return false
  const bytes = await compiled()
  keepFingerprint(
    `${OUTPUT}/kernel.ts`,
    `/** lib/plan/simulation/assembly/kernel.as as WebAssembly. */\nexport const kernelBase64 =\n  "${Buffer.from(bytes).toString("base64")}"\n`,
  )
  keepFingerprint(MARK, fingerprint)
  return true
}

/** Without relaxed instructions, whose results depend on the machine. */
async function compiled(): Promise<Uint8Array> {
  const { default: asc } = await import("assemblyscript/asc")
  let bytes: Uint8Array | undefined
  const flags = ["--outFile", "kernel.wasm", "-O3", "--converge", "--enable", "simd", "--runtime", "stub", "--noAssert"]
  const { error, stderr } = await asc.main(["kernel.ts", ...flags], {
    readFile: (name) => (name === "kernel.ts" ? readFileSync(SOURCE, "utf8") : null),
    writeFile: (_, contents) => {
      if (contents instanceof Uint8Array) bytes = contents
    },
    listFiles: () => [],
  })
  if (error || !bytes) throw new CommandProblem(`The kernel could not be made from ${SOURCE}:\n${stderr.toString()}`)
  return bytes
}
