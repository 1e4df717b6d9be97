/** The colours a label may have: tokens of app/globals.css, each with ink of enough contrast in both themes. */
export const LABEL_COLOURS = ['mark', 'note', 'accent', 'good', 'doubt', 'bad'] as const
export type LabelColour = (typeof LABEL_COLOURS)[number]

/** What is stored may be of a later palette. */
export const labelColour = (stored: string): LabelColour => LABEL_COLOURS.find((colour) => colour === stored) ?? 'mark'
