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

List every connection to another computer, newest first, one per line, separated by tabs. Each line has time, host, bytes received and sent, purpose, where you asked for it, how it ended, address.

A connection is written down before it is made. If a program was killed, its line says “the program ended before it was over”. Addresses and titles of what you have deleted since are removed from the list. Lookups of names, which your system makes, are not listed.

  --json  everything, with times in UTC
`,
    },
    fr: {
      arguments: '',
      purpose: 'afficher chaque connexion à un autre ordinateur',
      text: `Usage\u00A0: parolo network [--json]

Cette commande affiche chaque connexion à un autre ordinateur, de la plus récente à la plus ancienne, une par ligne, avec des tabulations. Chaque ligne donne l’heure, l’hôte, les octets reçus et envoyés, l’objet, où vous l’avez demandée, comment elle a fini, l’adresse.

Une connexion est inscrite avant d’être établie. Si le programme a été tué, sa ligne dit «\u00A0le programme s’est terminé avant la fin\u00A0». Les adresses et les titres de ce que vous avez supprimé depuis sont retirés de la liste. La résolution des noms, que fait votre système, n’y figure pas.

  --json  tout, avec les heures en UTC
`,
    },
  },
  run: async (call) => {
    const { runNetwork } = await import('./network/run-network.ts')
    return withLibrary(call, (studio) => runNetwork(studio, call.terminal, call.invocation))
  },
}
