import type { Say } from '../../ui/words.tsx'
import { sourceName } from '../parts/source-name.ts'
import type { SourceSlot } from '../running/source-slot.ts'

/** Names the sources without sound. */
export function noSoundWords(silent: readonly SourceSlot[], slots: readonly SourceSlot[], say: Say): string {
  return say('rec.no-sound', { sources: silent.map((slot) => sourceName(slot, slots, say)).join(', ') })
}
