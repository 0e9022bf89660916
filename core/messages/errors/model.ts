import type { ErrorText } from './error-text.ts'

/** Models and the engine. */
export const modelErrors = {
  'model.unknown': {
    en: {
      message: 'Unknown model: “{id}”.',
      remedy: 'Available models: {known}. See `parolo models list`.',
      onPage: { remedy: 'Choose another speech model in the settings.' },
    },
    fr: {
      message: 'Modèle inconnu\u00A0: «\u00A0{id}\u00A0».',
      remedy: 'Modèles disponibles\u00A0: {known}. Consultez `parolo models list`.',
      onPage: { remedy: 'Choisissez un autre modèle de reconnaissance dans les réglages.' },
    },
  },
  'model.damaged': {
    en: {
      message: 'The model {id} is damaged ({file}).',
      remedy: 'Reinstall Parolo, or remove the model and add it again.',
    },
    fr: {
      message: 'Le modèle {id} est endommagé ({file}).',
      remedy: 'Réinstallez Parolo, ou retirez le modèle et ajoutez-le de nouveau.',
    },
  },
  'model.missing': {
    en: {
      message: 'A file of the model {id} is missing ({file}).',
      remedy: 'Reinstall Parolo, or remove the model and add it again.',
    },
    fr: {
      message: 'Il manque un fichier du modèle {id} ({file}).',
      remedy: 'Réinstallez Parolo, ou retirez le modèle et ajoutez-le de nouveau.',
    },
  },
  'model.not-here': {
    en: {
      message: 'The model {id} is not on this computer.',
      remedy: 'Download it in the settings, under Models.',
    },
    fr: {
      message: 'Le modèle {id} n’est pas sur cet ordinateur.',
      remedy: 'Téléchargez-le dans les réglages, sous Modèles.',
    },
  },
  'model.unreadable': {
    en: {
      message: 'The model {id} cannot be read ({file}).',
      remedy:
        'It may be damaged, or added by a newer version of Parolo. Update Parolo, or remove the model and add it again.',
    },
    fr: {
      message: 'Le modèle {id} ne peut pas être lu ({file}).',
      remedy:
        'Il est peut-être endommagé, ou a été ajouté par une version plus récente de Parolo. Mettez Parolo à jour, ou retirez le modèle et ajoutez-le de nouveau.',
    },
  },
  'model.bad-folder': {
    en: {
      message: '{folder} does not contain a model of a supported type.',
      remedy:
        'Choose the folder of a sherpa-onnx model, with its original name, its .onnx files, and tokens.txt, or its archive (.tar.bz2, .tar.gz, .zip).',
    },
    fr: {
      message: '{folder} ne contient aucun modèle d’un type pris en charge.',
      remedy:
        'Choisissez le dossier d’un modèle sherpa-onnx, avec son nom d’origine, ses fichiers .onnx et tokens.txt, ou son archive (.tar.bz2, .tar.gz, .zip).',
    },
  },
  'model.embedded': {
    en: {
      message: 'The model {id} is included with Parolo and cannot be removed.',
      remedy: 'Only models that you added can be removed.',
    },
    fr: {
      message: 'Le modèle {id} est fourni avec Parolo et ne peut pas être retiré.',
      remedy: 'Seuls les modèles que vous avez ajoutés peuvent être retirés.',
    },
  },
  'model.exists': {
    en: {
      message: 'A model named {id} already exists.',
      remedy: 'Remove it first: `parolo models remove {id}`.',
      onPage: { remedy: 'Remove it first.' },
    },
    fr: {
      message: 'Un modèle nommé {id} existe déjà.',
      remedy: 'Retirez-le d’abord\u00A0: `parolo models remove {id}`.',
      onPage: { remedy: 'Retirez-le d’abord.' },
    },
  },
  'model.language': {
    en: {
      message: 'The model {id} does not support “{language}”.',
      remedy:
        'Supported languages: {known}. Choose another language with --language, or another model with --model.',
      onPage: { remedy: 'Supported languages: {known}. Choose another language or another model.' },
    },
    fr: {
      message: 'Le modèle {id} ne prend pas en charge «\u00A0{language}\u00A0».',
      remedy:
        'Langues prises en charge\u00A0: {known}. Choisissez une autre langue avec --language, ou un autre modèle avec --model.',
      onPage: {
        remedy: 'Langues prises en charge\u00A0: {known}. Choisissez une autre langue ou un autre modèle.',
      },
    },
  },
  'model.load-failed': {
    showsDetail: true,
    en: {
      message: 'The model could not be loaded.',
      remedy: 'Check it with `parolo models verify`. If it is intact, its type may not be supported.',
      onPage: { remedy: 'Verify it in the settings. If it is intact, its type may not be supported.' },
    },
    fr: {
      message: 'Le modèle n’a pas pu être chargé.',
      remedy:
        'Vérifiez-le avec `parolo models verify`. S’il est intact, son type n’est peut-être pas pris en charge.',
      onPage: {
        remedy:
          'Vérifiez-le dans les réglages. S’il est intact, son type n’est peut-être pas pris en charge.',
      },
    },
  },
  'model.not-in-catalog': {
    en: {
      message: 'The catalog has no model named “{id}”.',
      remedy: 'Models that can be downloaded: {known}. For others: `parolo models add PATH-OR-URL`.',
      onPage: { remedy: 'Models that can be downloaded: {known}.' },
    },
    fr: {
      message: 'Le catalogue ne contient aucun modèle nommé «\u00A0{id}\u00A0».',
      remedy:
        'Modèles téléchargeables\u00A0: {known}. Pour un autre\u00A0: `parolo models add CHEMIN-OU-URL`.',
      onPage: { remedy: 'Modèles téléchargeables\u00A0: {known}.' },
    },
  },
  'model.archive-unsafe': {
    en: {
      message:
        '{file} was refused: “{member}” is a link or would be written outside the model’s folder. Nothing was added.',
      remedy: 'Archives of speech models contain no such entries. Get the file from its original source.',
    },
    fr: {
      message:
        '{file} a été refusé\u00A0: «\u00A0{member}\u00A0» est un lien ou serait écrit hors du dossier du modèle. Rien n’a été ajouté.',
      remedy:
        'Les archives de modèles n’ont pas de telles entrées. Procurez-vous le fichier à sa source d’origine.',
    },
  },
  'model.archive-damaged': {
    showsDetail: true,
    en: {
      message:
        '{file} could not be unpacked: it is damaged, incomplete, or not a .tar.bz2, .tar.gz or .zip archive. Nothing was added.',
      remedy: 'Download the file again, then add it again.',
    },
    fr: {
      message:
        '{file} n’a pas pu être décompressé\u00A0: il est endommagé ou incomplet, ou n’est pas une archive .tar.bz2, .tar.gz ou .zip. Rien n’a été ajouté.',
      remedy: 'Téléchargez de nouveau le fichier, puis ajoutez-le de nouveau.',
    },
  },
  'model.archive-too-large': {
    en: {
      message:
        '{file} was refused: unpacked, it would be far larger than any speech model of its size. Nothing was added.',
      remedy: 'If you trust the file, unpack it yourself and add the folder: `parolo models add FOLDER`.',
      onPage: { remedy: 'If you trust the file, unpack it yourself and add the folder.' },
    },
    fr: {
      message:
        '{file} a été refusé\u00A0: décompressé, il serait bien plus grand qu’aucun modèle de cette taille. Rien n’a été ajouté.',
      remedy:
        'Si vous faites confiance à ce fichier, décompressez-le vous-même et ajoutez le dossier\u00A0: `parolo models add DOSSIER`.',
      onPage: {
        remedy: 'Si vous faites confiance à ce fichier, décompressez-le vous-même et ajoutez le dossier.',
      },
    },
  },
  'model.archive-incomplete': {
    en: {
      message: 'The files of the model {id} do not include {member}. Nothing was added.',
      remedy: 'The archive is not the one that Parolo knows. Please report this to the Parolo project.',
    },
    fr: {
      message: 'Il manque {member} aux fichiers du modèle {id}. Rien n’a été ajouté.',
      remedy: 'Cette archive n’est pas celle que Parolo connaît. Merci de le signaler au projet Parolo.',
    },
  },
  'model.wrong-hash': {
    showsDetail: true,
    en: {
      message:
        '{file} is not the expected file: its SHA-256 differs. It was not unpacked, and nothing was added.',
      remedy:
        'It was replaced at its source or damaged on the way. Try again once; if the error remains, the file has changed, and Parolo cannot vouch for it.',
    },
    fr: {
      message:
        '{file} n’est pas le fichier attendu\u00A0: son empreinte SHA-256 diffère. Il n’a pas été décompressé, et rien n’a été ajouté.',
      remedy:
        'Il a été remplacé à sa source, ou endommagé en route. Réessayez une fois\u202F; si l’erreur persiste, le fichier a changé, et Parolo ne peut pas en répondre.',
    },
  },
  'model.unknown-file': {
    en: {
      message: 'Parolo does not know the file of {name} that is at its source now. Nothing was installed.',
      remedy:
        'Its SHA-256: {sha256}. To see what that means and decide: `parolo models get {id} --unknown-file`.',
      onPage: { remedy: 'Choose “Decide…” to see what that means.' },
    },
    fr: {
      message:
        'Parolo ne connaît pas le fichier de {name} qui se trouve actuellement à sa source. Rien n’a été installé.',
      remedy:
        'Son empreinte SHA-256\u00A0: {sha256}. Pour voir ce que cela signifie et décider\u00A0: `parolo models get {id} --unknown-file`.',
      onPage: { remedy: 'Choisissez «\u00A0Décider…\u00A0» pour voir ce que cela signifie.' },
    },
  },
  'model.file-changed': {
    en: {
      message: 'This is no longer the file that the question was about. Nothing was installed.',
      remedy: 'Download the model again; if its file is still unknown, you are asked again.',
    },
    fr: {
      message: 'Ce n’est plus le fichier sur lequel portait la question. Rien n’a été installé.',
      remedy:
        'Téléchargez de nouveau le modèle\u202F; si son fichier est toujours inconnu, la question sera posée de nouveau.',
    },
  },
  'model.bad-hash': {
    en: { message: '“{hash}” is not a SHA-256.', remedy: 'A SHA-256 has 64 digits from 0 to 9 and a to f.' },
    fr: {
      message: '«\u00A0{hash}\u00A0» n’est pas une empreinte SHA-256.',
      remedy: 'Une empreinte SHA-256 compte 64 chiffres, de 0 à 9 et de a à f.',
    },
  },
  'model.not-verified': {
    en: {
      message: 'A SHA-256 cannot be compared with a folder: {folder}.',
      remedy: 'Leave out --sha256, or name the archive that the folder came from.',
    },
    fr: {
      message: 'Une empreinte SHA-256 ne peut pas être comparée à un dossier\u00A0: {folder}.',
      remedy: 'Retirez --sha256, ou indiquez l’archive d’où vient le dossier.',
    },
  },
  'engine.died': {
    showsDetail: true,
    en: {
      message: 'The recognition engine stopped unexpectedly, twice at the same point.',
      remedy: 'Try again: finished work is kept. If it happens again, report it with these details.',
    },
    fr: {
      message: 'Le moteur de reconnaissance s’est arrêté de façon inattendue, deux fois au même endroit.',
      remedy:
        'Réessayez\u00A0: ce qui est terminé est conservé. Si cela se reproduit, signalez-le avec ces détails.',
    },
  },
  'engine.silent': {
    showsDetail: true,
    en: {
      message: 'The recognition engine stopped responding.',
      remedy: 'Try again: finished work is kept.',
    },
    fr: {
      message: 'Le moteur de reconnaissance ne répond plus.',
      remedy: 'Réessayez\u00A0: ce qui est terminé est conservé.',
    },
  },
  'engine.failed': {
    showsDetail: true,
    en: {
      message: 'The recognition engine reported an error.',
      remedy: 'Try again. If it happens again, report it with these details.',
    },
    fr: {
      message: 'Le moteur de reconnaissance a signalé une erreur.',
      remedy: 'Réessayez. Si cela se reproduit, signalez-le avec ces détails.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
