import { EnergyTable } from './energy-table.tsx'
import { PreferenceLines } from './preference-lines.tsx'

export function TasksSection() {
  return (
    <>
      <PreferenceLines section="tasks" />
      <EnergyTable />
    </>
  )
}
