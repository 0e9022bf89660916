// The options of `npm start`, given after `--`. Plain JavaScript, no packages: read before anything is installed.
import path from 'node:path'
import { parseArgs } from 'node:util'

const help = {
  en: `Usage: npm start -- [options] [FILE…]

Opens the studio: in a window of its own, or in your browser where there is no Electron. FILE opens in the window.

  --browser      in your browser even where there is a window
  --no-open      only print the address of the page in your browser
  --port N       port of that page (default: 27275, or any that is free); implies --browser
  --data DIR     the library's folder (also PAROLO_HOME)
  --help, -h     this text

The command line: npm run parolo -- --help
`,
  fr: `Usage\u00A0: npm start -- [options] [FICHIER…]

Ouvre le studio\u00A0: dans sa propre fenêtre, ou dans votre navigateur s’il n’y a pas Electron. FICHIER s’ouvre dans la fenêtre.

  --browser      dans votre navigateur même s’il y a une fenêtre
  --no-open      n’afficher que l’adresse de la page pour votre navigateur
  --port N       port de cette page (par défaut\u00A0: 27275, ou un autre qui est libre)\u202F; entraîne --browser
  --data DOSSIER la bibliothèque (aussi PAROLO_HOME)
  --help, -h     ce texte

La ligne de commande\u00A0: npm run parolo -- --help
`,
}

/**
 * `told`: text to print instead of starting, with the exit code; null if there is none. `port` and `data` are null if
 * they are not given.
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
    return { told: { text: refusal(option, isFrench), exitCode: 2 } }
  }
  const { values, positionals } = read
  if (values.help) return { told: { text: help[language], exitCode: 0 } }
  const port = values.port ?? null
  if (port !== null && !(/^\d{1,5}$/u.test(port) && Number(port) <= 65_535)) {
    return { told: { text: refusal(`--port ${port}`, isFrench), exitCode: 2 } }
  }
  return {
    told: null,
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
    ? `${option} n’est pas compris. Les options\u00A0: npm start -- --help\n`
    : `${option} is not understood. See the options: npm start -- --help\n`
}
