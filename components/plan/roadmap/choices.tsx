import { Avatar } from "@/components/ui/avatar"
import type { Option } from "@/components/ui/option-list"
import { StatusMark } from "@/components/ui/status-mark"
import { statusNames } from "@/lib/plan/roadmap/say-change"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { workStatuses } from "@/lib/plan/roadmap/work-item"
import type { WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"

/** The five statuses with their marks, in the order of the keys 1 to 5. */
export const statusOptions: readonly Option<WorkStatus>[] = workStatuses.map((status) => ({
  value: status,
  label: statusNames[status],
  leading: (
    <span aria-hidden="true" className="inline-flex">
      <StatusMark kind={status} withWord={false} />
    </span>
  ),
}))

/** Who can own work: everybody still there, and whoever owns it now. */
export const peopleOptions = ({ people, deliveryRoles }: RoadmapView, current: string | null): readonly Option[] => {
  const roles = new Map(deliveryRoles.map(({ key, name }) => [key, name]))
  return people
    .filter(({ id, removed }) => !removed || id === current)
    .map(({ id, name, roleKey, removed }) => {
      const hint = removed ? "removed" : roleKey ? roles.get(roleKey) : undefined
      return { value: id, label: name, leading: <Avatar name={name} decorative />, ...(hint ? { hint } : {}) }
    })
}

export const roleOptions = ({ deliveryRoles }: RoadmapView): readonly Option[] =>
  deliveryRoles.map(({ key, name }) => ({ value: key, label: name }))

export const phaseOptions = ({ phases }: RoadmapView): readonly Option[] =>
  phases.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))
