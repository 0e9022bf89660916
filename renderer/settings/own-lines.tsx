import type { ReactNode } from 'react'
import type { preferences } from '#core/preferences/preferences'
import { CopyLine } from './copy-line.tsx'
import { LettersLine, TextSizeLine } from './look-lines.tsx'
import { NotifyLine } from './notify-line.tsx'

type Known = typeof preferences
export type OwnLineName = {
  [Name in keyof Known]: Known[Name] extends { readonly line: { readonly control: 'own' } } ? Name : never
}[keyof Known]

/** Lines of preferences with a control that no other has. */
export const ownLines: Readonly<Record<OwnLineName, () => ReactNode>> = {
  textSize: TextSizeLine,
  letters: LettersLine,
  notifyWhenDone: NotifyLine,
  copyOriginals: CopyLine,
}
