import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const correctionsVerb: Verb = {
  name: 'corrections',
  options: { accept: 'switch', 'rename-speakers': 'switch', json: 'switch' },
  help: {
    en: {
      arguments: 'RECORDING FILE',
      purpose: 'list the corrections in a document that somebody sent back',
      text: `Usage: parolo corrections RECORDING FILE [--accept [--rename-speakers]] [--json]

List the corrections in a document that somebody sent back. FILE is the answer of a review page (see parolo review), or a Word, Markdown, text, HTML, SRT or VTT file that was exported here or nearly has its text. Each line has time, present words, new words, by whom, and remarks. What an export leaves out or adds does not count as a difference.

The corrections are then in the list to check, on the page. If fewer than half of the words match, the file is refused and nothing is changed.

  --accept  accept all, also where you wrote or checked the present words, but not where they were changed here after the export; one undo takes it back
  --rename-speakers  with --accept: give speakers the names in the document
  --json  {by, atMs, file, knowsVersion, leftOut, corrections: [{kind, startMs, now, text, by, atMs, changedHere}], accepted, left}
  --progress auto|bar|json|none  how progress is shown
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT FICHIER',
      purpose: 'afficher les corrections d’un document que l’on vous a renvoyé',
      text: `Usage\u00A0: parolo corrections ENREGISTREMENT FICHIER [--accept [--rename-speakers]] [--json]

Cette commande affiche les corrections d’un document que l’on vous a renvoyé. FICHIER est la réponse d’une page de relecture (voir parolo review), ou un fichier Word, Markdown, texte, HTML, SRT ou VTT exporté ici, ou dont le texte est presque le même. Chaque ligne donne le temps, les mots actuels, les nouveaux mots, l’auteur et d’éventuelles remarques. Ce qu’un export omet ou ajoute ne compte pas comme une différence.

Les corrections sont ensuite dans la liste à vérifier, sur la page. Si moins de la moitié des mots concordent, le fichier est refusé et rien n’est changé.

  --accept  tout accepter, même là où vous avez écrit ou vérifié les mots actuels, mais pas là où ils ont été changés ici après l’export\u202F; une seule annulation suffit à revenir en arrière
  --rename-speakers  avec --accept\u00A0: donner aux voix les noms du document
  --json  {by, atMs, file, knowsVersion, leftOut, corrections: [{kind, startMs, now, text, by, atMs, changedHere}], accepted, left}
  --progress auto|bar|json|none  façon d’afficher la progression
`,
    },
  },
  run: async (call) => {
    const { planCorrections, runCorrections } = await import('./corrections/run-corrections.ts')
    const plan = planCorrections(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runCorrections(studio, call.terminal, plan, signal)),
    )
  },
}
