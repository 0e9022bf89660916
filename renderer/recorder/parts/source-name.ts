import type { Say } from '../../ui/words.tsx'
import type { SourceSlot } from '../running/source-slot.ts'

/** Displayed name of a source: microphones are numbered if there are several. */
export function sourceName(slot: SourceSlot, slots: readonly SourceSlot[], say: Say): string {
  if (slot.role === 'system') return say('rec.system')
  const microphones = slots.filter(({ role }) => role === 'microphone')
  if (microphones.length < 2) return say('rec.microphone')
  const number = microphones.findIndex(({ input }) => input === slot.input) + 1
  return say('rec.microphone.number', { number })
}

/** Color of a source: lanes are in the order of the sources. */
export function sourceVoice(input: number, slots: readonly SourceSlot[]): number {
  return (
    (Math.max(
      0,
      slots.findIndex((slot) => slot.input === input),
    ) %
      4) +
    1
  )
}
