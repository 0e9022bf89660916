import type { ErrorText } from './error-text.ts'

/** Archives, for clusters. */
export const archiveErrors = {
  'archive.no-plan': {
    en: {
      message: '{folder} is not an archive’s plan.',
      remedy: 'Give the folder that parolo archive plan --out wrote.',
    },
    fr: {
      message: '{folder} n’est pas le plan d’un fonds d’archives.',
      remedy: 'Donnez le dossier écrit par parolo archive plan --out.',
    },
  },
  'archive.no-shard': {
    en: {
      message: 'There is no shard {shard}.',
      remedy: 'Shards of this plan are numbered from 0 to {most}.',
    },
    fr: {
      message: 'Il n’y a pas de lot {shard}.',
      remedy: 'Les lots de ce plan sont numérotés de 0 à {most}.',
    },
  },
  'archive.no-recordings': {
    en: {
      message: 'There are no recordings there.',
      remedy: 'Give files, folders or a list (.tsv with a column path).',
    },
    fr: {
      message: 'Il n’y a pas d’enregistrements à cet endroit.',
      remedy: 'Donnez des fichiers, des dossiers ou une liste (.tsv avec une colonne path).',
    },
  },
  'archive.no-path-column': {
    en: {
      message: '{file} has no column named path in its first line.',
      remedy:
        'Begin the list with the names of its columns between tabs: path, and id, title, date, language, speakers, collection.',
    },
    fr: {
      message: 'La première ligne de {file} n’a pas de colonne nommée path.',
      remedy:
        'Commencez la liste par les noms de ses colonnes, séparés par des tabulations\u00A0: path, puis id, title, date, language, speakers, collection.',
    },
  },
  'archive.damaged': {
    en: {
      message: '{file} is damaged.',
      remedy: 'Run parolo archive plan again, with the same words; results are kept.',
    },
    fr: {
      message: '{file} est endommagé.',
      remedy: 'Relancez parolo archive plan avec les mêmes mots\u202F; les résultats sont conservés.',
    },
  },
  'archive.changed': {
    en: {
      message: '{file} is no longer the file that was planned: its content changed.',
      remedy: 'Bring it back, or run parolo archive plan again.',
    },
    fr: {
      message: '{file} n’est plus le fichier prévu\u00A0: son contenu a changé.',
      remedy: 'Remettez-le en place, ou relancez parolo archive plan.',
    },
  },
  'archive.other-key': {
    en: {
      message: 'This computer has another version of Parolo or other models than the plan.',
      remedy:
        'Use the same program and models on all computers (PAROLO_HOME for models you added), or run parolo archive plan again.',
    },
    fr: {
      message: 'Cet ordinateur a une autre version de Parolo ou d’autres modèles que ceux du plan.',
      remedy:
        'Utilisez le même programme et les mêmes modèles sur tous les ordinateurs (PAROLO_HOME pour les modèles que vous avez ajoutés), ou relancez parolo archive plan.',
    },
  },
  'archive.interrupted': {
    en: {
      message: '{file}: the program ended five times in a row while it worked on this recording.',
      remedy: 'Give it more memory or time, then put it back with parolo archive retry.',
    },
    fr: {
      message:
        '{file}\u00A0: le programme s’est arrêté cinq fois de suite pendant le travail sur cet enregistrement.',
      remedy: 'Donnez-lui plus de mémoire ou de temps, puis remettez-le en jeu avec parolo archive retry.',
    },
  },
  'archive.network-scratch': {
    en: {
      message: 'The working folder {folder} is on a network drive.',
      remedy: 'Choose a folder on this computer’s own disk with --scratch.',
    },
    fr: {
      message: 'Le dossier de travail {folder} se trouve sur un disque réseau.',
      remedy: 'Choisissez avec --scratch un dossier sur le disque de cet ordinateur.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
