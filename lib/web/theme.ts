export const THEME_COOKIE = 'mirqab-theme'
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The appearance that was chosen; the system's where none was. */
export const themeOf = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'auto'
