"use client"

import { useShortcut } from "@/components/shell/shortcuts"
import { Button } from "@/components/ui/button"
import { Popover } from "@/components/ui/popover"
import { FilterForm, type FilterFormProps } from "./filter-form"

const BUTTON_ID = "work-filter"

/** The button that chooses what is shown and in which order; `f` opens it. */
export function FilterButton(props: FilterFormProps) {
  useShortcut("f", "Filter and sort", () => document.getElementById(BUTTON_ID)?.click())
  return (
    <Popover
      label="Filter and sort"
      align="end"
      className="w-[640px] p-4"
      trigger={(trigger) => (
        <Button {...trigger} id={BUTTON_ID} kbd="F">
          Filter
        </Button>
      )}
    >
      {() => <FilterForm {...props} />}
    </Popover>
  )
}
