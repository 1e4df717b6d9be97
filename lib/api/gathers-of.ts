/** What all batches of a token begin their `gathers` with. */
export const gatheredBy = (tokenId: string): string => `token:${tokenId}:`

/** The batch that gathers a token's deliveries of one day. @param day `2026-11-21` */
export const gathersOf = (tokenId: string, day: string): string => `${gatheredBy(tokenId)}${day}`
