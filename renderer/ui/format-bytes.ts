import { byteSize } from '#core/notation/sizes'
import type { ProgramLanguage } from '#core/messages/messages'
import { localeOf } from './words.tsx'

/** `79 MB`, `1.2 GB`, in the notation of the person's locale (French: `79 Mo`). Units of 1000. */
export function formatBytes(bytes: number, language: ProgramLanguage): string {
  return byteSize(bytes, localeOf(language))
}
