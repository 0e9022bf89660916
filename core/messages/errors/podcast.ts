import type { ErrorText } from './error-text.ts'

/** Feeds, episodes and publishing. */
export const podcastErrors = {
  'podcast.unknown': {
    en: {
      message: 'There is no podcast “{reference}” here.',
      remedy: 'See parolo podcast list for those that are here.',
      onPage: {
        message: 'This podcast is not in the library.',
        remedy: 'It was removed, or the link belongs to another library.',
      },
    },
    fr: {
      message: 'Il n’y a pas de podcast «\u00A0{reference}\u00A0» ici.',
      remedy: 'Voyez parolo podcast list pour ceux qui sont là.',
      onPage: {
        message: 'Ce podcast n’est pas dans la bibliothèque.',
        remedy: 'Il a été retiré, ou le lien vient d’une autre bibliothèque.',
      },
    },
  },
  'podcast.unknown-episode': {
    en: {
      message: 'There is no episode “{reference}” here.',
      remedy: 'See parolo podcast list PODCAST for its episodes.',
      onPage: {
        message: 'This episode is not in the library.',
        remedy: 'It was removed, or the link belongs to another library.',
      },
    },
    fr: {
      message: 'Il n’y a pas d’épisode «\u00A0{reference}\u00A0» ici.',
      remedy: 'Voyez parolo podcast list PODCAST pour ses épisodes.',
      onPage: {
        message: 'Cet épisode n’est pas dans la bibliothèque.',
        remedy: 'Il a été retiré, ou le lien vient d’une autre bibliothèque.',
      },
    },
  },
  'podcast.not-a-feed': {
    en: {
      message: '{from} has no feed of a podcast (RSS, Atom) and no list of feeds (OPML).',
      remedy: 'Look for “RSS” on the podcast’s page and use that address.',
    },
    fr: {
      message: '{from} n’offre ni le flux d’un podcast (RSS, Atom), ni une liste de flux (OPML).',
      remedy: 'Cherchez «\u00A0RSS\u00A0» sur la page du podcast et utilisez cette adresse.',
    },
  },
  'podcast.web-page': {
    en: {
      message: '{from} has a web page, not a feed.',
      remedy: 'Look for “RSS” on that page and use its address.',
    },
    fr: {
      message: '{from} offre une page web, pas un flux.',
      remedy: 'Cherchez «\u00A0RSS\u00A0» sur cette page et utilisez son adresse.',
    },
  },
  'podcast.unsafe-feed': {
    en: {
      message: 'The feed of {from} defines entities, which can be made to fill the memory.',
      remedy: 'It was not read. Ask its publisher for a feed without them.',
    },
    fr: {
      message: 'Le flux de {from} définit des entités, qui peuvent servir à saturer la mémoire.',
      remedy: 'Il n’a pas été lu. Demandez à son auteur un flux qui s’en passe.',
    },
  },
  'podcast.empty-feed': {
    en: {
      message: 'The feed of {from} has no episode with sound.',
      remedy: 'Check the address: a blog’s feed lists texts only.',
    },
    fr: {
      message: 'Le flux de {from} n’a aucun épisode sonore.',
      remedy: 'Vérifiez l’adresse\u00A0: le flux d’un blog ne contient que des textes.',
    },
  },
  'podcast.encoding': {
    en: {
      message: 'The feed of {from} is in the encoding “{encoding}”, which cannot be read here.',
      remedy: 'Save it as UTF-8 and add the file.',
    },
    fr: {
      message: 'Le flux de {from} est dans l’encodage «\u00A0{encoding}\u00A0», illisible ici.',
      remedy: 'Enregistrez-le en UTF-8 et ajoutez le fichier.',
    },
  },
  'podcast.no-address': {
    en: {
      message: '“{title}” came from a file that does not say the address of its feed.',
      remedy: 'Add the podcast by its address to read it again.',
    },
    fr: {
      message: '«\u00A0{title}\u00A0» vient d’un fichier qui ne donne pas l’adresse de son flux.',
      remedy: 'Ajoutez le podcast par son adresse pour le relire.',
    },
  },
  'podcast.chapters-failed': {
    en: {
      message: 'The episode is here, but its chapters could not be read.',
      remedy: 'Retry to ask for them again, or set chapters yourself.',
    },
    fr: {
      message: 'L’épisode est là, mais ses chapitres n’ont pas pu être lus.',
      remedy: 'Réessayez pour les demander de nouveau, ou placez les chapitres vous-même.',
    },
  },
  'podcast.no-transcript': {
    en: {
      message: 'The feed has no transcript of “{title}” that can be opened (JSON, WebVTT, SRT).',
      remedy: 'Transcribe the episode instead.',
    },
    fr: {
      message:
        'Le flux n’offre aucune transcription de «\u00A0{title}\u00A0» qui puisse s’ouvrir (JSON, WebVTT, SRT).',
      remedy: 'Transcrivez plutôt l’épisode.',
    },
  },
  'publish.sound-cut': {
    en: {
      message: 'The sound of “{title}” cannot be copied as it is: it holds what was redacted or cut away.',
      remedy: 'Use --sound mp3 instead of --with-sound: it writes a new file, which is silent or cut there.',
    },
    fr: {
      message:
        'Le son de «\u00A0{title}\u00A0» ne peut pas être copié tel quel\u00A0: il contient ce qui a été occulté ou coupé.',
      remedy:
        'Utilisez --sound mp3 au lieu de --with-sound\u00A0: un nouveau fichier est créé, muet ou coupé à ces endroits.',
    },
  },
  'publish.no-chapters-in': {
    en: {
      message: '{file} has no place for chapters.',
      remedy: 'Leave out --with-sound: the chapters are in the JSON file.',
    },
    fr: {
      message: '{file} n’a pas de place pour des chapitres.',
      remedy: 'Retirez --with-sound\u00A0: les chapitres sont dans le fichier JSON.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
