/** Something to go to: what it is called, of what kind it is, and its address. */
export type PaletteItem = { href: string; label: string; kind?: string }

export type PaletteWords = Record<
  'title' | 'input' | 'hint' | 'none' | 'failed' | 'search' | 'actions' | 'places' | 'recent' | 'found' | 'close',
  string
>
