import type { RunningCard } from '#contracts/calls/recorder'
import { isMonitor } from '../capture/list-inputs.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import type { Sources } from '../running/sources.ts'

/**
 * Reopens the devices of a recording by name. Returns the input of each of its sources, and the names of
 * those that could not be opened: they are silent until another device is chosen.
 */
export async function openForCard(
  sources: Sources,
  card: RunningCard,
): Promise<{ readonly inputs: readonly number[]; readonly failed: readonly string[] }> {
  const inputs: number[] = []
  const failed: string[] = []
  for (const slot of sources.slots) sources.remove(slot.input)
  await sources.refreshInputs()
  for (const { role, device, name } of card.sources) {
    const slot = sources.add(role, null)
    if (slot === null) continue
    const known = useRecorderStore.getState().inputs.find(({ label }) => label === device)
    const isShared = role === 'system' && !isMonitor(device)
    await sources.open(slot.input, isShared ? null : (known?.deviceId ?? null))
    inputs.push(slot.input)
    if (sources.slots.find(({ input }) => input === slot.input)?.state !== 'on') failed.push(name)
  }
  return { inputs, failed }
}
