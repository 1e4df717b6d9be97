/** Strings in both languages side by side; the type makes a missing or extra key a compile error. */
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

export const define = <const T>(messages: { ar: T; en: Shape<T> }): { ar: Shape<T>; en: Shape<T> } => messages as never
