import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const modelsVerb: Verb = {
  name: 'models',
  options: { sha256: 'value', 'unknown-file': 'switch' },
  help: {
    en: {
      arguments: 'list|get ID|add PATH-OR-URL|remove ID|verify',
      purpose: 'list, download and remove speech models',
      text: `Usage: parolo models list
       parolo models get ID [--unknown-file]
       parolo models add PATH-OR-URL [--sha256 HASH]
       parolo models remove ID
       parolo models verify

  list  list the models on this computer, and those in the catalog that can be downloaded
  get  download a model of the catalog; its size and SHA-256 are checked before it is unpacked
  add  add a model from a folder or an archive (.tar.bz2, .tar.gz, .zip), or from an address: https only (http on this computer). Parolo detects the model’s type from its files
  remove  delete a model’s files; transcripts made with it are kept
  verify  check the hash of each file of the models on this computer

  --sha256 HASH  add: SHA-256 that the archive must have; otherwise nothing is added
  --unknown-file  get: if the catalog does not know the file at the source, ask whether to install it

The last column of “list” is the SHA-256 of the archive that a model was installed from, if it was recorded.

Ctrl-C pauses a download; the same command continues it, also days later.
`,
    },
    fr: {
      arguments: 'list|get ID|add CHEMIN-OU-URL|remove ID|verify',
      purpose: 'afficher, télécharger et supprimer des modèles de reconnaissance',
      text: `Usage\u00A0: parolo models list
        parolo models get ID [--unknown-file]
        parolo models add CHEMIN-OU-URL [--sha256 EMPREINTE]
        parolo models remove ID
        parolo models verify

  list  afficher les modèles présents sur cet ordinateur, et ceux du catalogue que l’on peut télécharger
  get  télécharger un modèle du catalogue\u202F; sa taille et son SHA-256 sont vérifiés avant la décompression
  add  ajouter un modèle depuis un dossier ou une archive (.tar.bz2, .tar.gz, .zip), ou depuis une adresse\u00A0: https uniquement (http sur cet ordinateur). Parolo détecte le type du modèle d’après ses fichiers
  remove  supprimer les fichiers d’un modèle\u202F; les transcriptions déjà faites sont conservées
  verify  vérifier l’empreinte de chaque fichier des modèles présents

  --sha256 EMPREINTE  add\u00A0: empreinte SHA-256 que l’archive doit avoir\u202F; sinon rien n’est ajouté
  --unknown-file  get\u00A0: si le catalogue ne connaît pas le fichier qui se trouve à la source, demander s’il faut l’installer

La dernière colonne de «\u00A0list\u00A0» est le SHA-256 de l’archive dont le modèle a été installé, s’il a été noté.

Ctrl-C met un téléchargement en pause\u202F; la même commande le poursuit, même des jours plus tard.
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
