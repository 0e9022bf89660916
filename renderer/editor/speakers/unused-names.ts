import { isSameName } from '#core/transcript/same-name'
import type { Speaker } from '#core/transcript/transcript'

/** The names that no speaker has. */
export const unusedNames = (names: readonly string[], speakers: readonly Speaker[]): readonly string[] =>
  names.filter((name) => !speakers.some((speaker) => speaker.name !== null && isSameName(speaker.name, name)))
