import { wirePage } from './wire-page.ts'

wirePage(window)
