import { markKinds } from '../../transcript/marks/mark-kinds.ts'
import { messageGroup } from '../message-group.ts'

type KindName = (typeof markKinds)[number]['kind']
type MarkNames = Readonly<Record<`editor.edit.${'set' | 'remove'}-mark.${KindName}`, string>>

/** Names of mark edits in undo and redo, from each kind of mark. */
const namesIn = (language: 'en' | 'fr'): MarkNames =>
  Object.fromEntries(
    markKinds.flatMap(({ kind, behavior: { named } }) => [
      [`editor.edit.set-mark.${kind}`, named.set[language]],
      [`editor.edit.remove-mark.${kind}`, named.removed[language]],
    ]),
  ) as MarkNames

export const marks = messageGroup(
  {
    'editor.edit.take-over-marks': 'copying annotations',
    'editor.edit.set-mark': 'adding an annotation',
    'editor.edit.remove-mark': 'removing an annotation',
    ...namesIn('en'),
  },
  {
    'editor.edit.take-over-marks': 'la copie d’annotations',
    'editor.edit.set-mark': 'l’ajout d’une annotation',
    'editor.edit.remove-mark': 'le retrait d’une annotation',
    ...namesIn('fr'),
  },
)
