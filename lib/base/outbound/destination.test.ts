import { describe, expect, test } from "vitest"
import { isPublicAddress, judgeDestination } from "./destination"

describe("an address", () => {
  test.each(["8.8.8.8", "20.42.4.211", "2606:4700:4700::1111"])("of the internet is public: %s", (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  test.each([
    ...[
      "127.0.0.1",
      "0.0.0.0",
      "10.1.2.3",
      "172.16.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "100.100.100.200",
    ],
    ...["168.63.129.16", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "203.0.113.9"],
    ...["::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe"],
    ...["64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:53aa:64c::1", "::127.0.0.1", "fec0::1", "not an address", ""],
  ])("of anything else is not: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe("a destination", () => {
  const hosts = [".cloud.databricks.com", ".azuredatabricks.net", "accounts.azuredatabricks.net"]
  const judged = (text: string, local?: string) => {
    const result = judgeDestination(text, hosts, local)
    return result.ok ? result.value.href : result.refusal
  }
  test("is https on a host of the list", () => {
    expect(judged("https://adb-12.3.azuredatabricks.net/api/2.0/x")).toBe(
      "https://adb-12.3.azuredatabricks.net/api/2.0/x",
    )
    expect(judged("https://dbc-1.cloud.databricks.com")).toBe("https://dbc-1.cloud.databricks.com/")
  })
  test.each([
    ["http://dbc-1.cloud.databricks.com/", "not-https"],
    ["https://dbc-1.cloud.databricks.com:8443/", "other-port"],
    ["https://user:word@dbc-1.cloud.databricks.com/", "has-credentials"],
    ["https://dbc-1.cloud.databricks.com@evil.example/", "has-credentials"],
    ["https://cloud.databricks.com/", "host-not-allowed"],
    ["https://evilcloud.databricks.com.evil.example/", "host-not-allowed"],
    ["https://xcloud.databricks.com/", "host-not-allowed"],
    ["https://dbc-1.cloud.databricks.com./", "host-not-allowed"],
    ["https://169.254.169.254/", "host-not-allowed"],
    ["https://2852039166/", "host-not-allowed"],
    ["https://[::1]/", "host-not-allowed"],
    ["file:///etc/passwd", "not-https"],
    ["gopher://x", "not-https"],
    ["//x", "not-an-address"],
  ])("is refused otherwise: %s is %s", (text, refusal) => {
    expect(judged(text)).toBe(refusal)
  })
  test("may be one local origin, to the letter", () => {
    expect(judged("http://127.0.0.1:8080/x", "http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080/x")
    expect(judged("http://127.0.0.1:8081/x", "http://127.0.0.1:8080")).toBe("not-https")
  })
})
