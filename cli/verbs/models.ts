import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const modelsVerb: Verb = {
  name: 'models',
  options: { sha256: 'value' },
  help: {
    en: {
      arguments: 'list|get ID|add PATH-OR-URL|remove ID|verify',
      purpose: '',
      text: `Usage: parolo models list
       parolo models get ID
       parolo models add PATH-OR-URL [--sha256 HASH]
       parolo models remove ID
       parolo models verify

  list     the models that are here, and those of the catalog that can be downloaded
  get      download a model of the catalog; its size and SHA-256 are checked before it is unpacked
  add      PATH: a folder or an archive (.tar.bz2, .tar.gz, .zip) that you have; URL: https only (http on this computer).
           The model's type is detected from its files.
  remove   delete a model's files; transcripts made with it are kept
  verify   check the hash of each file of the models that are here

  --sha256 HASH   SHA-256 that the archive must have, else nothing is added

Ctrl-C pauses a download; the same command continues it, also days later.
`,
    },
    fr: {
      arguments: 'list|get ID|add CHEMIN-OU-URL|remove ID|verify',
      purpose: '',
      text: `Usage : parolo models list
        parolo models get ID
        parolo models add CHEMIN-OU-URL [--sha256 EMPREINTE]
        parolo models remove ID
        parolo models verify

  list     les modèles présents, et ceux du catalogue qui peuvent être téléchargés
  get      télécharger un modèle du catalogue ; taille et SHA-256 sont vérifiées avant la décompression
  add      CHEMIN : un dossier ou une archive (.tar.bz2, .tar.gz, .zip) ; URL : https uniquement (http sur cet
           ordinateur). Le type du modèle est détecté d’après ses fichiers.
  remove   supprimer les fichiers d’un modèle ; les transcriptions déjà faites sont conservées
  verify   vérifier l’empreinte de chaque fichier des modèles présents

  --sha256 EMPREINTE   empreinte SHA-256 que l’archive doit avoir, sinon rien n’est ajouté

Ctrl-C suspend un téléchargement ; la même commande le poursuit, même des jours plus tard.
`,
    },
  },
  run: async ({ dataFolder, openLibrary, terminal, invocation }) => {
    const [{ modelStore }, { runModels }] = await Promise.all([
      import('#studio/studio'),
      import('./models/run-models.ts'),
    ])
    return interruptible((signal) =>
      runModels(modelStore(dataFolder), openLibrary, terminal, invocation, signal),
    )
  },
}
