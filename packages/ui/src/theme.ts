// Light, dark or high contrast; as the system says unless somebody chose.
const STORE = 'kheo.theme'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

export function storedTheme(): Theme {
  try {
    return THEMES.find((it) => it === localStorage.getItem(STORE)) ?? 'system'
  } catch {
    return 'system'
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(STORE, theme)
  applyTheme(theme)
}
