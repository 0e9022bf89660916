import type { Preferences } from '#contracts/preferences'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import { type Exported, isExported } from './exported.ts'

/** Where an export begins. */
export type ExportPlace = keyof NonNullable<Preferences['exports']['formats']>

const usual: Readonly<Record<ExportPlace, Exported>> = {
  text: 'docx',
  captions: 'srt',
  minutes: 'minutes',
  library: 'docx',
}

/** The formats saved last from a place, of those `offered`; at first the usual one. */
export function useKeptFormats(
  place: ExportPlace,
  offered: readonly Exported[],
): readonly [readonly [Exported, ...Exported[]], (formats: readonly Exported[]) => void] {
  const { exports: remembered } = usePreferences()
  const change = useChangePreferences()
  const kept = (remembered.formats?.[place] ?? []).filter(isExported)
  const [first = usual[place], ...others] = kept.filter((id) => offered.includes(id))
  const keep = (formats: readonly Exported[]): void =>
    change({ exports: { ...remembered, formats: { ...remembered.formats, [place]: [...formats] } } })
  return [[first, ...others], keep]
}
