import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { escaped } from "@/lib/base/kernel/visible-text"
import { verifyProof } from "./verify-proof"

/** node verify.mjs proof.zip [--key trusted.pem] [--head seq:hash]; ends with 0 when everything holds. */
const { values, positionals } = parseArgs({
  options: { key: { type: "string" }, head: { type: "string" } },
  allowPositionals: true,
})
const [file] = positionals
if (!file) {
  console.error("Say which proof: node verify.mjs proof.zip [--key public-key.pem] [--head 1289:0123...]")
  process.exit(2)
}
const [seq = "", hash = ""] = values.head?.split(":") ?? []
const findings = verifyProof(new Uint8Array(readFileSync(file)), {
  key: values.key === undefined ? undefined : readFileSync(values.key, "utf8"),
  head: values.head === undefined ? undefined : { seq: Number(seq), hash },
})
for (const { holds, says } of findings) console.info(`${holds ? "holds" : "BROKEN"}  ${escaped(says)}`)
const isWell = findings.every(({ holds }) => holds)
console.info(isWell ? "The proof holds." : "The proof does not hold.")
process.exit(isWell ? 0 : 1)
