import type { PackContent, PackHead } from "@/lib/reports/pack-contract"

/** Draws the pack in the browser and hands the file over; names the letters that the font has not. */
export async function givePdf(content: PackContent, head: PackHead | null): Promise<{ missing: readonly string[] }> {
  const [{ packPdf }, { fontFiles }] = await Promise.all([
    import("./pack-pdf"),
    import("@/components/plan/timeline/export/font-files"),
  ])
  const { bytes, missing } = await packPdf(content, head, await fontFiles())
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }))
  const link = document.createElement("a")
  link.href = address
  link.download = `${head ? `Steering pack ${content.number}` : "Draft steering pack"}.pdf`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return { missing }
}
