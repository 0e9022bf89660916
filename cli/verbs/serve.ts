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

Makes Parolo available in your browser, on this computer only, and prints its address. Unfinished tasks resume.

  --port N    port number (default: this library’s last one, else 27275, or any free port)
  --open      also open the browser

The address holds a token, which is new at each start; whoever has it can use the library. A page that was opened with it
keeps its access over restarts, until it has not been used for 30 days. PAROLO_TOKEN (22 characters or more) sets a fixed
token.

Press Ctrl-C to stop it; running tasks resume at the next start.
`,
    },
    fr: {
      arguments: '',
      purpose: 'ouvrir Parolo dans votre navigateur, sur cet ordinateur uniquement',
      text: `Usage : parolo serve [--port N] [--open]

Rend Parolo accessible dans votre navigateur, sur cet ordinateur uniquement, et affiche son adresse. Les tâches
inachevées reprennent.

  --port N    numéro de port (par défaut : le dernier de cette bibliothèque, sinon 27275, ou un port libre)
  --open      ouvrir aussi le navigateur

L’adresse contient un jeton, nouveau à chaque démarrage ; quiconque l’a peut utiliser la bibliothèque. Une page ouverte
avec lui garde son accès d’un démarrage à l’autre, jusqu’à 30 jours sans usage. PAROLO_TOKEN (22 caractères ou plus)
fixe un jeton qui reste le même.

Appuyez sur Ctrl-C pour l’arrêter ; les tâches en cours reprendront au prochain démarrage.
`,
    },
  },
  run: async ({ dataFolder, terminal, invocation }) => {
    const { planServe, runServe } = await import('./serve/run-serve.ts')
    const plan = planServe(invocation)
    return interruptible((signal) => runServe(dataFolder, terminal, plan, signal))
  },
}
