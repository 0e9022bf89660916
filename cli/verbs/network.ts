import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const networkVerb: Verb = {
  name: 'network',
  options: { json: 'switch' },
  help: {
    en: {
      arguments: '',
      purpose: 'show every connection to another computer',
      text: `Usage: parolo network [--json]

Shows every connection to another computer, newest first, a line each, with tabs between: time, host, bytes received and
sent, what it was for, where you asked for it, how it ended, address. It is listed before it is made, so that a program
that was killed leaves it as “the program ended before it was over”. Address and title of what was deleted since are
gone. --json: all of it, with times in UTC. Lookups of names, which your system does, are not listed.
`,
    },
    fr: {
      arguments: '',
      purpose: 'afficher chaque connexion à un autre ordinateur',
      text: `Usage : parolo network [--json]

Affiche chaque connexion à un autre ordinateur, la plus récente d’abord, une par ligne, avec des tabulations : heure,
hôte, octets reçus et envoyés, objet, où vous l’avez demandée, comment elle a fini, adresse. Elle est inscrite avant
d’être établie : un programme tué la laisse comme « le programme s’est terminé avant la fin ». L’adresse et le titre de
ce qui a été supprimé depuis n’y sont plus. --json : le tout, avec les heures en UTC. La résolution des noms, que fait
votre système, n’y figure pas.
`,
    },
  },
  run: async (call) => {
    const { runNetwork } = await import('./network/run-network.ts')
    return withLibrary(call, (studio) => runNetwork(studio, call.terminal, call.invocation))
  },
}
