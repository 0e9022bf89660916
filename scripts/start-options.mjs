// The options of `npm start`, given after `--`. Plain JavaScript, no packages: read before anything is installed.
import path from 'node:path'
import { parseArgs } from 'node:util'

const help = {
  en: `Usage: npm start -- [options] [FILE…]

Opens Parolo in its own window, or in your browser if Electron is not installed. FILE opens in the window.

  --browser      open in your browser, even if the window is available
  --no-open      only print the address to open in your browser
  --port N       port of that page (default: 27275, or any free port); implies --browser
  --data DIR     library folder (also PAROLO_HOME)
  --help, -h     show this text

Command line: npm run parolo -- --help
`,
  fr: `Usage\u00A0: npm start -- [options] [FICHIER…]

Ouvre Parolo dans sa propre fenêtre, ou dans votre navigateur si Electron n’est pas installé. FICHIER s’ouvre dans la fenêtre.

  --browser      ouvrir dans votre navigateur, même si la fenêtre est disponible
  --no-open      n’afficher que l’adresse à ouvrir dans votre navigateur
  --port N       port de cette page (par défaut\u00A0: 27275, ou un autre port libre)\u202F; entraîne --browser
  --data DOSSIER la bibliothèque (aussi PAROLO_HOME)
  --help, -h     afficher ce texte

Ligne de commande\u00A0: npm run parolo -- --help
`,
}

/**
 * `told`: text to print instead of starting, with the exit code; null if there is none. `port` and `data` are
 * null if not given.
 */
export function readStartOptions(words, isFrench) {
  const language = isFrench ? 'fr' : 'en'
  let read
  try {
    read = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const option = /'(-[^' ]*)/u.exec(error.message)?.[1] ?? words.find((word) => word.startsWith('-')) ?? ''
    return { notice: { text: refusal(option, isFrench), exitCode: 2 } }
  }
  const { values, positionals } = read
  if (values.help) return { notice: { text: help[language], exitCode: 0 } }
  const port = values.port ?? null
  if (port !== null && !(/^\d{1,5}$/u.test(port) && Number(port) <= 65_535)) {
    return { notice: { text: refusal(`--port ${port}`, isFrench), exitCode: 2 } }
  }
  return {
    notice: null,
    inBrowser: values.browser === true || port !== null,
    noOpen: values['no-open'] === true,
    port,
    data: values.data === undefined ? null : resolveFromCallerDir(values.data),
    files: positionals.map(resolveFromCallerDir),
  }
}

/** `npm start` changes the working directory; paths are relative to the directory in which the user ran it. */
function resolveFromCallerDir(file) {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file)
}

function refusal(option, isFrench) {
  return isFrench
    ? `Option inconnue ou incorrecte\u00A0: ${option}. Consultez npm start -- --help\n`
    : `Unknown or invalid option: ${option}. See npm start -- --help\n`
}
