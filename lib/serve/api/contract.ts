import * as z from "zod"
import { contract } from "@/lib/door/contract"

export const getOpenApi = contract({
  name: "getOpenApi",
  audience: "public",
  permission: "public",
  method: "GET",
  path: "/openapi.json",
  summary: "This document",
  input: z.strictObject({}),
  output: z.looseObject({ openapi: z.string() }),
  refusals: {},
})
