import { messageGroup } from '../message-group.ts'

/** Commands that cannot be parsed. */
export const usage = messageGroup(
  {
    'error.usage.bad-option': 'Unknown or invalid option: {option}.',
    'error.usage.bad-option.remedy': 'See `parolo {verb} --help`.',
    'error.usage.missing-file': 'No file was given.',
    'error.usage.missing-file.remedy': 'Specify one, for example: `parolo {verb} interview.mp3`.',
    'error.usage.unknown-verb': 'Unknown command: “{verb}”.',
    'error.usage.unknown-verb.remedy': 'See `parolo --help`.',
    'error.usage.stdout-one-file':
      '--stdout prints the result of one file, but {count} files were specified.',
    'error.usage.stdout-one-file.remedy': 'Remove --stdout, or specify a single file.',
  },
  {
    'error.usage.bad-option': 'Option inconnue ou incorrecte : {option}.',
    'error.usage.bad-option.remedy': 'Consultez `parolo {verb} --help`.',
    'error.usage.missing-file': 'Aucun fichier n’a été indiqué.',
    'error.usage.missing-file.remedy': 'Indiquez-en un, par exemple : `parolo {verb} entretien.mp3`.',
    'error.usage.unknown-verb': 'Commande inconnue : « {verb} ».',
    'error.usage.unknown-verb.remedy': 'Consultez `parolo --help`.',
    'error.usage.stdout-one-file':
      '--stdout affiche le résultat d’un seul fichier, mais {count} fichiers ont été indiqués.',
    'error.usage.stdout-one-file.remedy': 'Retirez --stdout, ou indiquez un seul fichier.',
  },
)
