import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const serveVerb: Verb = {
  name: 'serve',
  options: { port: 'value', open: 'switch' },
  help: {
    en: {
      arguments: '',
      purpose: 'open Parolo in your browser, on this computer only',
      text: `Usage: parolo serve [--port N] [--open]

Open Parolo to your browser, on this computer only. The command prints the address of the page, and resumes unfinished tasks. Ctrl-C stops it; running tasks resume at the next start.

  --port N  port number (default: the last one of this library, otherwise 27275, or any free port)
  --open  also open the browser

The address contains a token, which is new at each start. Whoever has it can use the library. A page opened with it keeps its access over restarts, until it has not been used for 30 days. PAROLO_TOKEN (22 characters or more) sets a fixed token.
`,
    },
    fr: {
      arguments: '',
      purpose: 'ouvrir Parolo dans votre navigateur, sur cet ordinateur uniquement',
      text: `Usage\u00A0: parolo serve [--port N] [--open]

Cette commande rend Parolo accessible dans votre navigateur, sur cet ordinateur uniquement. Elle affiche l’adresse de la page et reprend les tâches inachevées. Ctrl-C l’arrête\u202F; les tâches en cours reprendront au prochain démarrage.

  --port N  numéro de port (par défaut\u00A0: le dernier de cette bibliothèque, sinon 27275, ou un port libre)
  --open  ouvrir aussi le navigateur

L’adresse contient un jeton, nouveau à chaque démarrage. Quiconque l’a peut utiliser la bibliothèque. Une page ouverte avec lui garde son accès d’un démarrage à l’autre, jusqu’à 30\u00A0jours sans usage. PAROLO_TOKEN (22\u00A0caractères ou plus) fixe un jeton qui reste le même.
`,
    },
  },
  run: async ({ dataFolder, terminal, invocation }) => {
    const { planServe, runServe } = await import('./serve/run-serve.ts')
    const plan = planServe(invocation)
    return interruptible((signal) => runServe(dataFolder, terminal, plan, signal))
  },
}
