import type { ProgramLanguage } from '#core/messages/messages'
import type { Verb } from '../verbs/verb.ts'
import { layOut } from './lay-out.ts'

const around = {
  en: {
    before: `Parolo transcribes recordings, tells their speakers apart and makes captions, on this computer only.

Usage: parolo COMMAND [options]
`,
    after: `Options for all commands:
  --data DIR  library folder (default: PAROLO_HOME, otherwise the usual folder)
  --lang en|fr  language of the messages (default: that of the system)
  --help  help for a command: parolo COMMAND --help
  --version  version of the program
`,
  },
  fr: {
    before: `Parolo transcrit des enregistrements, distingue les voix et fait des sous-titres, sur cet ordinateur uniquement.

Usage\u00A0: parolo COMMANDE [options]
`,
    after: `Options de toutes les commandes\u00A0:
  --data DOSSIER  dossier de la bibliothèque (par défaut\u00A0: PAROLO_HOME, sinon le dossier habituel)
  --lang en|fr  langue des messages (par défaut\u00A0: celle du système)
  --help  aide d’une commande\u00A0: parolo COMMANDE --help
  --version  version du programme
`,
  },
} as const satisfies Readonly<Record<ProgramLanguage, unknown>>

/** What `parolo --help` prints, in lines at most `columns` wide: all commands with their purpose. */
export function overview(verbs: readonly Verb[], language: ProgramLanguage, columns?: number): string {
  const entries = verbs.map(({ name, help }) => {
    const { arguments: given, purpose } = help[language]
    return `  ${`${name} ${given}`.trimEnd()}  ${purpose}`
  })
  const { before, after } = around[language]
  return layOut([before, ...entries, '', after].join('\n'), columns)
}
