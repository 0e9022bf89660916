import { messageGroup } from '../message-group.ts'

/** Errors of feeds and episodes. */
export const podcastErrors = messageGroup(
  {
    'error.network.too-large':
      '{host} sends more than {megabytes, number} MB, which is not what was asked for.',
    'error.network.too-large.remedy': 'Check the address. Nothing of it was kept.',
    'error.podcast.unknown': 'There is no podcast “{reference}” here.',
    'error.podcast.unknown.remedy': 'See parolo podcast list for those that are here.',
    'error.podcast.unknown-episode': 'There is no episode “{reference}” here.',
    'error.podcast.unknown-episode.remedy': 'See parolo podcast list PODCAST for its episodes.',
    'error.podcast.not-a-feed': '{from} has no feed of a podcast (RSS, Atom) and no list of feeds (OPML).',
    'error.podcast.not-a-feed.remedy': 'Look for “RSS” on the podcast’s page and use that address.',
    'error.podcast.web-page': '{from} has a web page, not a feed.',
    'error.podcast.web-page.remedy': 'Look for “RSS” on that page and use its address.',
    'error.podcast.unsafe-feed': 'The feed of {from} defines entities, which can be made to fill the memory.',
    'error.podcast.unsafe-feed.remedy': 'It was not read. Ask its publisher for a feed without them.',
    'error.podcast.empty-feed': 'The feed of {from} has no episode with sound.',
    'error.podcast.empty-feed.remedy': 'Check the address: a blog’s feed lists texts only.',
    'error.podcast.encoding':
      'The feed of {from} is in the encoding “{encoding}”, which cannot be read here.',
    'error.podcast.encoding.remedy': 'Save it as UTF-8 and add the file.',
    'error.podcast.no-address': '“{title}” came from a file that does not say the address of its feed.',
    'error.podcast.no-address.remedy': 'Add the podcast by its address to read it again.',
    'error.podcast.chapters-failed': 'The episode is here, but its chapters could not be read.',
    'error.podcast.chapters-failed.remedy': 'Retry to ask for them again, or set chapters yourself.',
    'error.podcast.no-transcript':
      'The feed has no transcript of “{title}” that can be opened (JSON, WebVTT, SRT).',
    'error.podcast.no-transcript.remedy': 'Transcribe the episode instead.',
    'error.publish.sound-cut':
      'The sound of “{title}” cannot be copied as it is: it holds what was redacted or cut away.',
    'error.publish.sound-cut.remedy':
      'Leave out --with-sound, or export a page or a film: their sound is silent or cut there.',
    'error.publish.no-chapters-in': '{file} has no place for chapters.',
    'error.publish.no-chapters-in.remedy': 'Leave out --with-sound: the chapters are in the JSON file.',
  },
  {
    'error.network.too-large':
      '{host} envoie plus de {megabytes, number}\u00A0Mo, ce qui n’est pas ce qui était demandé.',
    'error.network.too-large.remedy': 'Vérifiez l’adresse. Rien n’en a été gardé.',
    'error.podcast.unknown': 'Il n’y a pas de podcast «\u00A0{reference}\u00A0» ici.',
    'error.podcast.unknown.remedy': 'Voyez parolo podcast list pour ceux qui sont là.',
    'error.podcast.unknown-episode': 'Il n’y a pas d’épisode «\u00A0{reference}\u00A0» ici.',
    'error.podcast.unknown-episode.remedy': 'Voyez parolo podcast list PODCAST pour ses épisodes.',
    'error.podcast.not-a-feed':
      '{from} n’offre ni le flux d’un podcast (RSS, Atom), ni une liste de flux (OPML).',
    'error.podcast.not-a-feed.remedy':
      'Cherchez «\u00A0RSS\u00A0» sur la page du podcast et utilisez cette adresse.',
    'error.podcast.web-page': '{from} offre une page web, pas un flux.',
    'error.podcast.web-page.remedy': 'Cherchez «\u00A0RSS\u00A0» sur cette page et utilisez son adresse.',
    'error.podcast.unsafe-feed':
      'Le flux de {from} définit des entités, qui peuvent servir à saturer la mémoire.',
    'error.podcast.unsafe-feed.remedy': 'Il n’a pas été lu. Demandez à son auteur un flux qui s’en passe.',
    'error.podcast.empty-feed': 'Le flux de {from} n’a aucun épisode sonore.',
    'error.podcast.empty-feed.remedy':
      'Vérifiez l’adresse\u00A0: le flux d’un blog ne contient que des textes.',
    'error.podcast.encoding':
      'Le flux de {from} est dans l’encodage «\u00A0{encoding}\u00A0», illisible ici.',
    'error.podcast.encoding.remedy': 'Enregistrez-le en UTF-8 et ajoutez le fichier.',
    'error.podcast.no-address':
      '«\u00A0{title}\u00A0» vient d’un fichier qui ne donne pas l’adresse de son flux.',
    'error.podcast.no-address.remedy': 'Ajoutez le podcast par son adresse pour le relire.',
    'error.podcast.chapters-failed': 'L’épisode est là, mais ses chapitres n’ont pas pu être lus.',
    'error.podcast.chapters-failed.remedy':
      'Réessayez pour les demander de nouveau, ou placez les chapitres vous-même.',
    'error.podcast.no-transcript':
      'Le flux n’offre aucune transcription de «\u00A0{title}\u00A0» qui puisse s’ouvrir (JSON, WebVTT, SRT).',
    'error.podcast.no-transcript.remedy': 'Transcrivez plutôt l’épisode.',
    'error.publish.sound-cut':
      'Le son de «\u00A0{title}\u00A0» ne peut pas être copié tel quel\u00A0: il contient ce qui a été occulté ou coupé.',
    'error.publish.sound-cut.remedy':
      'Retirez --with-sound, ou exportez une page ou une vidéo\u00A0: leur son y est silencieux ou coupé.',
    'error.publish.no-chapters-in': '{file} n’a pas de place pour des chapitres.',
    'error.publish.no-chapters-in.remedy':
      'Retirez --with-sound\u00A0: les chapitres sont dans le fichier JSON.',
  },
)
