import { messageGroup } from '../message-group.ts'

/** Libraries that are searched together, and opening one of them. */
export const libraries = messageGroup(
  {
    'settings.libraries': 'Other libraries',
    'libraries.lead':
      'A search also looks in the libraries listed here, and names the library of each result. They are only read: nothing in them is changed.',
    'libraries.none': 'No other library is listed.',
    'libraries.add': 'Add a library…',
    'libraries.add.window':
      'A browser may not name folders of this computer. Add a library in the Parolo window.',
    'libraries.add.command': 'parolo libraries add FOLDER',
    'libraries.added': 'Searches now look in “{name}” too.',
    'libraries.remove': 'Remove',
    'libraries.remove.of': 'Remove “{name}” from the list',
    'libraries.removed': '“{name}” is no longer searched. Nothing in it was deleted.',
    'libraries.open': 'Open',
    'libraries.open.of': 'Open the library “{name}”',
    'libraries.usual': 'The library that Parolo usually opens',
    'libraries.this': 'this library',
    'libraries.searching': 'Searching {count, plural, one {# more library} other {# more libraries}}…',
    'libraries.not-searched': '“{name}” could not be searched.',
    'libraries.older':
      'It was last opened by an older version of Parolo. Opening it updates it for this version; before that, a copy of it as it is now is saved in its folder “backups”.',
    'libraries.dialog.title': 'Open the library “{name}”?',
    'libraries.dialog.window':
      'This window then shows that library instead of the one that is open now. Tasks that are running stop, and go on when this library is opened again. The next start of Parolo opens the usual library.',
    'libraries.dialog.do': 'Open the library',
    'libraries.dialog.browser':
      'It is not the library that this page shows. A browser may not open another one: open it in the Parolo window.',
    'libraries.dialog.where': 'Folder',
    'libraries.list.none': 'No other library is listed.',
    'libraries.cli.added': 'Searches in {library} now look in {folder} too.',
    'libraries.cli.removed': '{folder} is no longer searched. Nothing in it was deleted.',
    'opening.check': 'Checking the library: {done} of {total}. This can take a few minutes.',
    'opening.copy': 'Copying the library before it is updated: {done} of {total}',
    'opening.change': 'Updating the library for this version ({total})',
  },
  {
    'settings.libraries': 'Autres bibliothèques',
    'libraries.lead':
      'La recherche porte aussi sur les bibliothèques de cette liste, et chaque résultat indique la sienne. Elles sont seulement lues\u00A0: rien n’y est modifié.',
    'libraries.none': 'Aucune autre bibliothèque dans la liste.',
    'libraries.add': 'Ajouter une bibliothèque…',
    'libraries.add.window':
      'Un navigateur ne peut pas désigner de dossiers de cet ordinateur. Ajoutez une bibliothèque dans la fenêtre de Parolo.',
    'libraries.add.command': 'parolo libraries add DOSSIER',
    'libraries.added': 'La recherche porte désormais aussi sur «\u00A0{name}\u00A0».',
    'libraries.remove': 'Retirer',
    'libraries.remove.of': 'Retirer «\u00A0{name}\u00A0» de la liste',
    'libraries.removed': 'La recherche ne porte plus sur «\u00A0{name}\u00A0». Rien n’y a été supprimé.',
    'libraries.open': 'Ouvrir',
    'libraries.open.of': 'Ouvrir la bibliothèque «\u00A0{name}\u00A0»',
    'libraries.usual': 'La bibliothèque que Parolo ouvre d’habitude',
    'libraries.this': 'cette bibliothèque',
    'libraries.searching':
      'Recherche dans {count, plural, one {# autre bibliothèque} other {# autres bibliothèques}}…',
    'libraries.not-searched': 'Impossible de chercher dans «\u00A0{name}\u00A0».',
    'libraries.older':
      'Elle a été ouverte pour la dernière fois par une version plus ancienne de Parolo. L’ouvrir la met à jour au format de cette version\u202F; auparavant, une copie de son état actuel est enregistrée dans son dossier «\u00A0backups\u00A0».',
    'libraries.dialog.title': 'Ouvrir la bibliothèque «\u00A0{name}\u00A0»\u202F?',
    'libraries.dialog.window':
      'Cette fenêtre affichera cette bibliothèque à la place de celle qui est ouverte. Les tâches en cours s’arrêtent, et reprennent quand la bibliothèque actuelle est rouverte. Au prochain démarrage, Parolo ouvre la bibliothèque habituelle.',
    'libraries.dialog.do': 'Ouvrir la bibliothèque',
    'libraries.dialog.browser':
      'Ce n’est pas la bibliothèque que montre cette page. Un navigateur ne peut pas en ouvrir une autre\u00A0: ouvrez-la dans la fenêtre de Parolo.',
    'libraries.dialog.where': 'Dossier',
    'libraries.list.none': 'Aucune autre bibliothèque dans la liste.',
    'libraries.cli.added': 'Les recherches dans {library} portent désormais aussi sur {folder}.',
    'libraries.cli.removed': 'La recherche ne porte plus sur {folder}. Rien n’y a été supprimé.',
    'opening.check':
      'Vérification de la bibliothèque\u00A0: {done} sur {total}. Cela peut prendre quelques minutes.',
    'opening.copy': 'Copie de la bibliothèque avant sa mise à jour\u00A0: {done} sur {total}',
    'opening.change': 'Mise à jour de la bibliothèque au format de cette version ({total})',
  },
)
