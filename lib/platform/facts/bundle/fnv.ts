import { canonical } from "@/lib/door/audit/canonical"

/** FNV-1a with 64 bits over canonical JSON, in hex. It tells versions apart that are made in good faith, and proves nothing. */
export function fnv(value: unknown): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(canonical(value)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, "0")
}
