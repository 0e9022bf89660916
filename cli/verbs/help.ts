import type { Verb } from './verb.ts'

export const helpVerb: Verb = {
  name: 'help',
  options: {},
  help: {
    en: {
      arguments: '[WORD…]',
      purpose: 'find a word in the pages of the help',
      text: `Usage: parolo help [WORD…]

Print the parts of the help that contain every WORD; without one, list the pages. The program shows the same pages (Ctrl+F1).

Exit codes: 0 found, 1 nothing found, 2 incorrect usage.
`,
    },
    fr: {
      arguments: '[MOT…]',
      purpose: 'chercher un mot dans les pages de l’aide',
      text: `Usage\u00A0: parolo help [MOT…]

Cette commande affiche les parties de l’aide qui contiennent chaque MOT\u202F; sans mot, la liste des pages. Le programme montre les mêmes pages (Ctrl+F1).

Codes de sortie\u00A0: 0 trouvé, 1 rien trouvé, 2 utilisation incorrecte.
`,
    },
  },
  run: async ({ invocation, terminal }) => {
    const { runHelp } = await import('./help/run-help.ts')
    return await runHelp(terminal, invocation.words.join(' '))
  },
}
