// Style sheets have no exports; base is imported first, because it defines the order of the layers.
// oxlint-disable import/no-unassigned-import
import '../ui/older-browsers.ts'
import '../ui/base.css'
import '../ui/tokens.css'
import '../ui/fonts.css'
import { createRoot } from 'react-dom/client'
import { restoreAppearance } from '../app-appearance.ts'
import { Strip } from './strip.tsx'

restoreAppearance()
const page = document.getElementById('page')
const { parolo: bridge } = window
if (!page) throw new Error('strip.html has no #page')
// Without the window's bridge nobody opens this page.
if (bridge !== undefined) createRoot(page).render(<Strip bridge={bridge} />)
