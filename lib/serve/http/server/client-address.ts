import { BlockList, isIP } from "node:net"

/** Tells whether an address belongs to a proxy whose forwarded headers count. */
export type Trust = (address: string) => boolean

/** From addresses and CIDR ranges, as the settings have checked them. */
export function trustOf(proxies: readonly string[]): Trust {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = "", length] = proxy.split("/")
    const family = isIP(address) === 6 ? "ipv6" : "ipv4"
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")
}

/**
 * The address of the client: the last one in the chain that no trusted proxy vouches for. What a client writes into
 * `X-Forwarded-For` itself stands to the left of what the proxies add, and is never reached.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusts: Trust): string {
  const chain = [...(forwardedFor ?? "").split(",").flatMap((each) => normalise(each) || []), normalise(peer)]
  const untrusted = chain.findLastIndex((address) => !trusts(address))
  const address = chain[Math.max(0, untrusted)]
  return address && isIP(address) !== 0 ? address : normalise(peer)
}

/** IPv4 in the clothes of IPv6, and ports that some proxies add, are taken off. */
export function normalise(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "")
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(":")) : bare
}
