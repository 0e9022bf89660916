import { messageGroup } from '../message-group.ts'

/** Downloading and adding models: command line and errors. */
export const models = messageGroup(
  {
    'models.added-archive': 'added, not from the catalog',
    'models.downloaded': 'downloaded',
    'models.accepted': 'downloaded, not known to the catalog',
    'models.available': 'can be downloaded',
    'models.by-hand': 'can be added by hand',
    'models.here-already': '{id}: already downloaded',
    'models.download.download': 'downloading',
    'models.download.check': 'checking the file',
    'models.download.unpack': 'unpacking',
    'models.download.add': 'adding the model',
    'models.unknown.title': 'Install a file of {name} that Parolo does not know?',
    'models.unknown.text':
      'The file at the source of {name} is not one that Parolo’s catalog lists. Its maker may have replaced it, which happens. It may also have been damaged, or replaced by somebody else; Parolo cannot tell. A manipulated model can write a wrong text, or attack this computer through the recognition engine.',
    'models.unknown.advice':
      'If you are not sure, do not install it: compare its SHA-256 with the one that the maker publishes, or wait for a new version of Parolo.',
    'models.unknown.this': 'This file',
    'models.unknown.hash': 'SHA-256 {sha256}',
    'models.unknown.known': 'Known files',
    'models.unknown.of': '{date}, SHA-256 {sha256}',
    'models.unknown.install': 'Install this file',
    'models.unknown.left':
      'Not installed. The downloaded file is kept until you decide or cancel the download.',
  },
  {
    'models.added-archive': 'ajouté, hors catalogue',
    'models.downloaded': 'téléchargé',
    'models.accepted': 'téléchargé, inconnu du catalogue',
    'models.available': 'téléchargeable',
    'models.by-hand': 'à ajouter soi-même',
    'models.here-already': '{id}\u00A0: déjà présent',
    'models.download.download': 'téléchargement',
    'models.download.check': 'vérification du fichier',
    'models.download.unpack': 'décompression',
    'models.download.add': 'ajout du modèle',
    'models.unknown.title': 'Installer un fichier de {name} que Parolo ne connaît pas\u202F?',
    'models.unknown.text':
      'Le fichier qui se trouve à la source de {name} n’est pas de ceux que recense le catalogue de Parolo. Son auteur l’a peut-être remplacé, cela arrive. Il peut aussi avoir été endommagé, ou remplacé par quelqu’un d’autre\u202F; Parolo ne peut pas le savoir. Un modèle manipulé peut écrire un texte faux, ou attaquer cet ordinateur par le moteur de reconnaissance.',
    'models.unknown.advice':
      'En cas de doute, ne l’installez pas\u00A0: comparez son empreinte SHA-256 à celle que publie l’auteur, ou attendez une nouvelle version de Parolo.',
    'models.unknown.this': 'Ce fichier',
    'models.unknown.hash': 'SHA-256 {sha256}',
    'models.unknown.known': 'Fichiers connus',
    'models.unknown.of': '{date}, SHA-256 {sha256}',
    'models.unknown.install': 'Installer ce fichier',
    'models.unknown.left':
      'Non installé. Le fichier téléchargé est gardé jusqu’à votre décision ou jusqu’à l’annulation du téléchargement.',
  },
)
