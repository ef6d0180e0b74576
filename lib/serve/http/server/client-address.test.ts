import { describe, expect, test } from "vitest"
import { clientAddress, trustOf } from "./client-address"

const nobody = trustOf([])
const proxies = trustOf(["10.0.0.0/8", "2001:db8::/32", "127.0.0.1"])

describe("the address of a client", () => {
  test("is the peer, whatever the peer claims, when no proxy is trusted", () => {
    expect(clientAddress("203.0.113.9", "198.51.100.1", nobody)).toBe("203.0.113.9")
    expect(clientAddress("203.0.113.9", "198.51.100.1", proxies)).toBe("203.0.113.9")
  })
  test("is what a trusted proxy says", () => {
    expect(clientAddress("10.1.2.3", "198.51.100.1", proxies)).toBe("198.51.100.1")
    expect(clientAddress("::ffff:10.1.2.3", "198.51.100.1:4711", proxies)).toBe("198.51.100.1")
    expect(clientAddress("2001:db8::1", "[2001:4860::1]:80", proxies)).toBe("2001:4860::1")
  })
  test("cannot be forged by a header that passes through the proxies", () => {
    expect(clientAddress("10.1.2.3", "1.1.1.1, 198.51.100.1, 10.9.9.9", proxies)).toBe("198.51.100.1")
  })
  test("is the proxy when it says nothing, or nonsense", () => {
    expect(clientAddress("10.1.2.3", undefined, proxies)).toBe("10.1.2.3")
    expect(clientAddress("10.1.2.3", "unknown", proxies)).toBe("10.1.2.3")
  })
  test("is the first of a chain that is trusted throughout", () => {
    expect(clientAddress("127.0.0.1", "10.0.0.1, 10.0.0.2", proxies)).toBe("10.0.0.1")
  })
})
