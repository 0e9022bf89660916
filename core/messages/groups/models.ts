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
    'error.model.not-in-catalog': 'The catalog has no model named “{id}”.',
    'error.model.not-in-catalog.remedy':
      'Models that can be downloaded: {known}. For others: `parolo models add PATH-OR-URL`.',
    'error.model.archive-unsafe':
      '{file} was refused: “{member}” is a link or would be written outside the model’s folder. Nothing was added.',
    'error.model.archive-unsafe.remedy':
      'Archives of speech models contain no such entries. Get the file from its original source.',
    'error.model.archive-damaged':
      '{file} could not be unpacked: it is damaged, incomplete, or not a .tar.bz2, .tar.gz or .zip archive. Nothing was added.',
    'error.model.archive-damaged.remedy': 'Download the file again, then add it again.',
    'error.model.archive-too-large':
      '{file} was refused: unpacked, it would be far larger than any speech model of its size. Nothing was added.',
    'error.model.archive-too-large.remedy':
      'If you trust the file, unpack it yourself and add the folder: `parolo models add FOLDER`.',
    'error.model.archive-incomplete':
      'The files of the model {id} do not include {member}. Nothing was added.',
    'error.model.archive-incomplete.remedy':
      'The archive is not the one that Parolo knows. Please report this to the Parolo project.',
    'error.model.wrong-hash':
      '{file} is not the expected file: its SHA-256 differs. It was not unpacked, and nothing was added.',
    'error.model.wrong-hash.remedy':
      'It was replaced at its source or damaged on the way. Try again once; if the error remains, the file has changed, and Parolo cannot vouch for it.',
    'error.model.bad-hash': '“{hash}” is not a SHA-256.',
    'error.model.bad-hash.remedy': 'A SHA-256 has 64 digits from 0 to 9 and a to f.',
    'error.model.not-verified': 'A SHA-256 cannot be compared with a folder: {folder}.',
    'error.model.not-verified.remedy': 'Leave out --sha256, or name the archive that the folder came from.',
    'error.network.address': 'This address is not allowed: {url}.',
    'error.network.address.remedy':
      'Only https addresses without a name and password are allowed; http only on this computer.',
    'error.network.unreachable': '{host} could not be reached, or the connection broke off.',
    'error.network.unreachable.remedy':
      'Check the internet connection, then try again: what is there is kept. A proxy is taken from the system or from HTTPS_PROXY. Without internet, add it from a file.',
    'error.network.stalled': '{host} sent nothing for {seconds, plural, one {# second} other {# seconds}}.',
    'error.network.stalled.remedy': 'Try again later: downloads continue where they stopped.',
    'error.network.refused': '{host} refused the download (status {status}).',
    'error.network.refused.remedy':
      'The file may have been moved or removed. Try again later, or add it from a file.',
    'error.network.changed': 'The file that {host} offers has changed, or its answers contradict each other.',
    'error.network.changed.remedy':
      'Nothing of it was kept. Try again once; if the error remains, the file was replaced, and Parolo cannot vouch for it.',
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
    'error.model.not-in-catalog': 'Le catalogue ne contient aucun modèle nommé « {id} ».',
    'error.model.not-in-catalog.remedy':
      'Modèles téléchargeables : {known}. Pour un autre : `parolo models add CHEMIN-OU-URL`.',
    'error.model.archive-unsafe':
      '{file} a été refusé : « {member} » est un lien ou serait écrit hors du dossier du modèle. Rien n’a été ajouté.',
    'error.model.archive-unsafe.remedy':
      'Les archives de modèles n’ont pas de telles entrées. Procurez-vous le fichier à sa source d’origine.',
    'error.model.archive-damaged':
      '{file} n’a pas pu être décompressé : il est endommagé ou incomplet, ou n’est pas une archive .tar.bz2, .tar.gz ou .zip. Rien n’a été ajouté.',
    'error.model.archive-damaged.remedy': 'Téléchargez de nouveau le fichier, puis ajoutez-le de nouveau.',
    'error.model.archive-too-large':
      '{file} a été refusé : décompressé, il serait bien plus grand qu’aucun modèle de cette taille. Rien n’a été ajouté.',
    'error.model.archive-too-large.remedy':
      'Si vous faites confiance à ce fichier, décompressez-le vous-même et ajoutez le dossier : `parolo models add DOSSIER`.',
    'error.model.archive-incomplete': 'Il manque {member} aux fichiers du modèle {id}. Rien n’a été ajouté.',
    'error.model.archive-incomplete.remedy':
      'Cette archive n’est pas celle que Parolo connaît. Merci de le signaler au projet Parolo.',
    'error.model.wrong-hash':
      '{file} n’est pas le fichier attendu : son empreinte SHA-256 diffère. Il n’a pas été décompressé, et rien n’a été ajouté.',
    'error.model.wrong-hash.remedy':
      'Il a été remplacé à sa source, ou endommagé en route. Réessayez une fois ; si l’erreur persiste, le fichier a changé, et Parolo ne peut pas en répondre.',
    'error.model.bad-hash': '« {hash} » n’est pas une empreinte SHA-256.',
    'error.model.bad-hash.remedy': 'Une empreinte SHA-256 compte 64 chiffres, de 0 à 9 et de a à f.',
    'error.model.not-verified': 'Une empreinte SHA-256 ne peut pas être comparée à un dossier : {folder}.',
    'error.model.not-verified.remedy': 'Retirez --sha256, ou indiquez l’archive d’où vient le dossier.',
    'error.network.address': 'Cette adresse n’est pas autorisée : {url}.',
    'error.network.address.remedy':
      'Seules les adresses https sans nom ni mot de passe sont autorisées ; http sur cet ordinateur uniquement.',
    'error.network.unreachable': '{host} est injoignable, ou la connexion a été interrompue.',
    'error.network.unreachable.remedy':
      'Vérifiez la connexion à Internet, puis réessayez : ce qui est reçu est conservé. Le proxy est celui du système ou de HTTPS_PROXY. Sans Internet, ajoutez-le depuis un fichier.',
    'error.network.stalled':
      '{host} n’a rien envoyé pendant {seconds, plural, one {# seconde} other {# secondes}}.',
    'error.network.stalled.remedy': 'Réessayez plus tard : un téléchargement reprend où il s’est arrêté.',
    'error.network.refused': '{host} a refusé le téléchargement (code {status}).',
    'error.network.refused.remedy':
      'Le fichier a peut-être été déplacé ou supprimé. Réessayez plus tard, ou ajoutez-le depuis un fichier.',
    'error.network.changed': 'Le fichier que propose {host} a changé, ou ses réponses se contredisent.',
    'error.network.changed.remedy':
      'Rien n’en a été conservé. Réessayez une fois ; si l’erreur persiste, le fichier a été remplacé, et Parolo ne peut pas en répondre.',
  },
)
