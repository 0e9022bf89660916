import { messageGroup } from '../message-group.ts'

/** Downloading and adding models: command line and errors. */
export const models = messageGroup(
  {
    'models.added-archive': 'added, not from the catalog',
    'models.downloaded': 'downloaded',
    'models.available': 'can be downloaded',
    'models.here-already': '{id}: already here',
    'models.download.download': 'downloading',
    'models.download.check': 'checking the file',
    'models.download.unpack': 'unpacking',
    'models.download.add': 'adding the model',
  },
  {
    'models.added-archive': 'ajouté, hors catalogue',
    'models.downloaded': 'téléchargé',
    'models.available': 'téléchargeable',
    'models.here-already': '{id} : déjà présent',
    'models.download.download': 'téléchargement',
    'models.download.check': 'vérification du fichier',
    'models.download.unpack': 'décompression',
    'models.download.add': 'ajout du modèle',
  },
)
