import { redirect } from "next/navigation"

/** People begins with Capacity. */
export default async function People({ params }: { params: Promise<{ programmeId: string }> }) {
  redirect(`/programmes/${(await params).programmeId}/people/capacity`)
}
