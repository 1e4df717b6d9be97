/** Text as XML and HTML may hold it, between tags and in attributes: control characters become blanks. Pure. */
export const xmlEscaped = (text: string): string =>
  text.replace(/[\0-\x1f\x7f]/g, ' ').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
