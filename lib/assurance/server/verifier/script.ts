import { build } from "esbuild"

let known: Promise<Uint8Array> | undefined

/** The verifier as one file that needs Node and nothing else; the same sources give the same bytes. */
export function verifierScript(): Promise<Uint8Array> {
  known ??= make()
  return known
}

async function make(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: ["lib/assurance/server/verifier/main.ts"],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    legalComments: "none",
    minify: true,
    logLevel: "error",
  })
  const [file] = outputFiles
  if (!file) throw new Error("the verifier could not be made")
  return file.contents
}
