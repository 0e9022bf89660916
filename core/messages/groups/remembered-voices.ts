import { messageGroup } from '../message-group.ts'

/** Voices that a person chose to remember: offers in later recordings, the list of all, forgetting. */
export const rememberedVoices = messageGroup(
  {
    'remembered-voices.could-be': '{speaker} could be {name}',
    'remembered-voices.grounds':
      'This voice is like the one remembered from “{title}”. Listen to both, then decide: two people may sound alike.',
    'remembered-voices.sample': 'Remembered voice',
    'remembered-voices.hear-then': 'Remembered voice: play {name} in “{title}”',
    'remembered-voices.here': 'Here',
    'remembered-voices.hear-here': 'Here: play {speaker} in this recording',
    'remembered-voices.accept': 'It is {name}',
    'remembered-voices.decline': 'Not {name}',
    'remembered-voices.accepted': '{speaker} is now {name}.',
    'remembered-voices.remember': 'Remember this voice…',
    'remembered-voices.add': 'Also add this recording…',
    'remembered-voices.forget-here': 'Forget the voice in this recording',
    'remembered-voices.remember.title': 'Remember the voice of {name}?',
    'remembered-voices.add.title': 'Add this recording to the voice of {name}?',
    'remembered-voices.ask': 'Ask {name} first.',
    'remembered-voices.kept':
      'What is kept: the name, numbers that describe the voice, and where in this recording it can be heard. They stay in this library and are sent nowhere.',
    'remembered-voices.used':
      'In other recordings, Parolo then asks whether a speaker without a name could be {name}. It never gives the name by itself.',
    'remembered-voices.goes':
      'You can forget the voice at any time in Settings. What comes from this recording also goes when you delete the recording or its sound. Backups of the library contain it.',
    'remembered-voices.remember.do': 'Remember',
    'remembered-voices.add.do': 'Add',
    'remembered-voices.remembered': 'The voice of {name} is remembered, from {seconds, number} s of speech.',
    'remembered-voices.added':
      'This recording is added to the voice of {name}, with {seconds, number} s of speech.',
    'remembered-voices.unheard': 'The remembered voice cannot be played.',
    'remembered-voices.unheard.remedy':
      'The sound of “{title}” is not ready to be played. Open that recording once, then try again.',
    'settings.voices': 'Voices',
    'remembered-voices.lead':
      'Voices that you asked Parolo to remember. In other recordings, it asks whether a speaker without a name could be one of them. Nothing is sent.',
    'remembered-voices.none':
      'No voice is remembered. To remember one, click the name of a speaker in a recording and choose “Remember this voice…”, once the person agrees.',
    'remembered-voices.since': 'since {date}',
    'remembered-voices.part': 'from {seconds, number} s of speech',
    'remembered-voices.hear': 'Play {name} in “{title}”',
    'remembered-voices.other-model':
      'made with another voice model; it is not compared with what the chosen one finds',
    'remembered-voices.forget': 'Forget',
    'remembered-voices.forget.label': 'Forget the voice of {name}',
    'remembered-voices.forget.title': 'Forget the voice of {name}?',
    'remembered-voices.forget.part': 'Forget {name} in “{title}”',
    'remembered-voices.forget.all': 'Forget all voices…',
    'remembered-voices.forget.all.do': 'Forget all',
    'remembered-voices.forget.all.title':
      '{count, plural, one {Forget the remembered voice?} other {Forget all # voices?}}',
    'remembered-voices.forget.text':
      'This cannot be undone. The name and the numbers are deleted from this library and from the backups in it. The names in your transcripts stay, and so do backups that you saved elsewhere.',
    'remembered-voices.forgotten': 'The voice of {name} is forgotten.',
    'remembered-voices.forgotten.part':
      'What was remembered of the voice of {name} from “{title}” is forgotten.',
    'remembered-voices.forgotten.all':
      '{count, plural, =0 {No voice was remembered.} one {# voice is forgotten.} other {# voices are forgotten.}}',
    'remembered-voices.not-erased':
      'Traces are left in the library’s files for now. They are removed in the background, or once other programs have closed it.',
    'remembered-voices.unreadable':
      '{count, plural, one {# damaged backup in the library could not be searched and may still hold it.} other {# damaged backups in the library could not be searched and may still hold it.}}',
    'remembered-voices.deletion': 'what is remembered of the voice of {names} from this recording',
    'remembered-voices.line.other-model': 'other voice model',
    'remembered-voices.line.none': 'No voice is remembered.',
    'remembered-voices.rest':
      'What is remembered of the voice of {names} from this recording is deleted too.',
  },
  {
    'remembered-voices.could-be': '{speaker} pourrait être {name}',
    'remembered-voices.grounds':
      'Cette voix ressemble à celle mémorisée à partir de «\u00A0{title}\u00A0». Écoutez les deux avant de décider\u00A0: deux personnes peuvent avoir une voix proche.',
    'remembered-voices.sample': 'Voix mémorisée',
    'remembered-voices.hear-then': 'Voix mémorisée\u00A0: écouter {name} dans «\u00A0{title}\u00A0»',
    'remembered-voices.here': 'Ici',
    'remembered-voices.hear-here': 'Ici\u00A0: écouter {speaker} dans cet enregistrement',
    'remembered-voices.accept': 'C’est {name}',
    'remembered-voices.decline': 'Pas {name}',
    'remembered-voices.accepted': '{speaker} s’appelle maintenant {name}.',
    'remembered-voices.remember': 'Mémoriser cette voix…',
    'remembered-voices.add': 'Ajouter aussi cet enregistrement…',
    'remembered-voices.forget-here': 'Oublier la voix dans cet enregistrement',
    'remembered-voices.remember.title': 'Mémoriser la voix de {name}\u202F?',
    'remembered-voices.add.title': 'Ajouter cet enregistrement à la voix de {name}\u202F?',
    'remembered-voices.ask': 'Demandez d’abord son accord à {name}.',
    'remembered-voices.kept':
      'Ce qui est conservé\u00A0: le nom, des nombres qui décrivent la voix, et l’endroit de cet enregistrement où elle s’entend. Tout reste dans cette bibliothèque et n’est envoyé nulle part.',
    'remembered-voices.used':
      'Dans d’autres enregistrements, Parolo demandera si une voix sans nom pourrait être {name}. Il ne donne jamais le nom de lui-même.',
    'remembered-voices.goes':
      'Vous pouvez oublier la voix à tout moment dans les réglages. Ce qui vient de cet enregistrement disparaît aussi quand vous le supprimez, ou seulement le son. Les sauvegardes de la bibliothèque contiennent la voix.',
    'remembered-voices.remember.do': 'Mémoriser',
    'remembered-voices.add.do': 'Ajouter',
    'remembered-voices.remembered':
      'La voix de {name} est mémorisée, à partir de {seconds, number}\u00A0s de parole.',
    'remembered-voices.added':
      'Cet enregistrement est ajouté à la voix de {name}, avec {seconds, number}\u00A0s de parole.',
    'remembered-voices.unheard': 'La voix mémorisée ne peut pas être écoutée.',
    'remembered-voices.unheard.remedy':
      'Le son de «\u00A0{title}\u00A0» n’est pas prêt à être lu. Ouvrez une fois cet enregistrement, puis réessayez.',
    'settings.voices': 'Voix',
    'remembered-voices.lead':
      'Les voix que vous avez demandé à Parolo de mémoriser. Dans d’autres enregistrements, il demande si une voix sans nom pourrait être l’une d’elles. Rien n’est envoyé.',
    'remembered-voices.none':
      'Aucune voix n’est mémorisée. Pour en mémoriser une, cliquez sur le nom de la personne dans un enregistrement et choisissez «\u00A0Mémoriser cette voix…\u00A0», avec son accord.',
    'remembered-voices.since': 'depuis le {date}',
    'remembered-voices.part': 'à partir de {seconds, number}\u00A0s de parole',
    'remembered-voices.hear': 'Écouter {name} dans «\u00A0{title}\u00A0»',
    'remembered-voices.other-model':
      'issue d’un autre modèle de voix\u202F; elle n’est pas comparée à ce que trouve le modèle choisi',
    'remembered-voices.forget': 'Oublier',
    'remembered-voices.forget.label': 'Oublier la voix de {name}',
    'remembered-voices.forget.title': 'Oublier la voix de {name}\u202F?',
    'remembered-voices.forget.part': 'Oublier {name} dans «\u00A0{title}\u00A0»',
    'remembered-voices.forget.all': 'Oublier toutes les voix…',
    'remembered-voices.forget.all.do': 'Tout oublier',
    'remembered-voices.forget.all.title':
      '{count, plural, one {Oublier la voix mémorisée\u202F?} other {Oublier les # voix\u202F?}}',
    'remembered-voices.forget.text':
      'Cette action est irréversible. Le nom et les nombres sont supprimés de cette bibliothèque et des sauvegardes qu’elle contient. Les noms restent dans vos transcriptions, et les sauvegardes que vous avez faites ailleurs aussi.',
    'remembered-voices.forgotten': 'La voix de {name} est oubliée.',
    'remembered-voices.forgotten.part':
      'Ce qui était mémorisé de la voix de {name} à partir de «\u00A0{title}\u00A0» est oublié.',
    'remembered-voices.forgotten.all':
      '{count, plural, =0 {Aucune voix n’était mémorisée.} one {# voix est oubliée.} other {# voix sont oubliées.}}',
    'remembered-voices.not-erased':
      'Des traces restent pour l’instant dans les fichiers de la bibliothèque. Elles seront supprimées en arrière-plan, ou quand les autres programmes l’auront fermée.',
    'remembered-voices.unreadable':
      '{count, plural, one {# sauvegarde endommagée de la bibliothèque n’a pas pu être parcourue et peut encore la contenir.} other {# sauvegardes endommagées de la bibliothèque n’ont pas pu être parcourues et peuvent encore la contenir.}}',
    'remembered-voices.deletion':
      'ce qui a été mémorisé de la voix de {names} à partir de cet enregistrement',
    'remembered-voices.line.other-model': 'autre modèle de voix',
    'remembered-voices.line.none': 'Aucune voix n’est mémorisée.',
    'remembered-voices.rest':
      'Ce qui a été mémorisé de la voix de {names} à partir de cet enregistrement est supprimé aussi.',
  },
)
