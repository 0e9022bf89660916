import { useState } from 'react'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { choicesToRemember, type ExportChoices, rememberedChoices } from './export-choices.ts'

/** The choices of a dialog, initially those of the last time. */
export function useExportChoices(): readonly [ExportChoices, (choices: ExportChoices) => void] {
  const { exports: remembered } = usePreferences()
  const change = useChangePreferences()
  const [own, setOwn] = useState<ExportChoices | null>(null)
  const choose = (next: ExportChoices): void => {
    setOwn(next)
    change({ exports: { ...remembered, ...choicesToRemember(next) } })
  }
  return [own ?? rememberedChoices(remembered), choose]
}
