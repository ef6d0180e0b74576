import ipaddr from "ipaddr.js"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/**
 * Whether an address is one of the public internet's. Private, loopback, link-local (where clouds keep their metadata),
 * shared, multicast and reserved ranges are not (IANA special-purpose registries, RFC 6890), nor is IPv6 that carries
 * such an IPv4 address inside.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast" && !isExtra(address)
  if (address.isIPv4MappedAddress()) return isPublicAddress(address.toIPv4Address().toString())
  return address.range() === "unicast" && !carriesIpv4(address)
}

/** What the library counts as ordinary and is not: benchmarking, and the address of Azure's platform. */
const extra = [
  ipaddr.parseCIDR("198.18.0.0/15"),
  ipaddr.parseCIDR("168.63.129.16/32"),
  ipaddr.parseCIDR("192.0.0.0/24"),
]
const isExtra = (address: ipaddr.IPv4): boolean => extra.some((range) => address.match(range))

/** NAT64 and its local prefix, 6to4, Teredo, IPv4-compatible, site-local. */
const carriers = ["64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "fec0::/10"].map((each) =>
  ipaddr.parseCIDR(each),
)
const carriesIpv4 = (address: ipaddr.IPv6): boolean => carriers.some((range) => address.match(range))

export type BadDestination = "not-an-address" | "not-https" | "has-credentials" | "other-port" | "host-not-allowed"

/**
 * Judges an address before anything is looked up: https on its usual port, no name or password in it, and a host of the
 * list; `.example.com` in the list stands for every host below it. An address in numbers is never on the list. One local
 * origin may be let through besides.
 */
export function judgeDestination(text: string, hosts: readonly string[], local?: string): Result<URL, BadDestination> {
  if (!URL.canParse(text)) return refuse("not-an-address")
  const url = new URL(text)
  if (url.username || url.password) return refuse("has-credentials")
  if (local !== undefined && url.origin === local) return ok(url)
  if (url.protocol !== "https:") return refuse("not-https")
  if (url.port !== "") return refuse("other-port")
  return isListed(url.hostname, hosts) ? ok(url) : refuse("host-not-allowed")
}

function isListed(host: string, hosts: readonly string[]): boolean {
  if (ipaddr.isValid(host) || host.startsWith("[") || host.endsWith(".")) return false
  return hosts.some((each) => (each.startsWith(".") ? host.endsWith(each) && host.length > each.length : host === each))
}
