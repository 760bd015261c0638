// Starts the staff app: language and the widgets' words first, because both are fixed at the first render.
import './app.css'
import { speakVietnamese } from '@kheo/ui/aria-strings.ts'
import { sweepDrafts } from '@kheo/ui/drafts.ts'
import { loadLanguage } from '@kheo/ui/text.ts'
import { applyTheme, storedTheme } from '@kheo/ui/theme.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'

// The content security policy allows no code made from text, so the checker must not even try.
config({ jitless: true })

async function start(): Promise<void> {
  applyTheme(storedTheme())
  sweepDrafts(localStorage, Date.now())
  const language = await loadLanguage()
  if (language === 'vi') speakVietnamese(globalThis)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  const { App } = await import('./app.tsx')
  createRoot(root).render(
    <StrictMode>
      <App language={language} />
    </StrictMode>,
  )
}

void start()
