/**
 * The network that attempts are counted by: an IPv4 address, or the first 64 bits of an IPv6 address, because one
 * household commands all the rest. IPv4 written as IPv6 counts as IPv4.
 */
export function networkOf(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "")
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped) return mapped
  if (!plain.includes(":")) return plain
  const [head = "", tail] = plain.split("::")
  const left = head.split(":").filter((group) => group !== "")
  const right = (tail ?? "").split(":").filter((group) => group !== "")
  const groups =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`
}
