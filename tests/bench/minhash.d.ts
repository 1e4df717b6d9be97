declare module 'minhash' {
  export class Minhash {
    constructor(config?: { numPerm?: number; seed?: number })
    update(shingle: string): void
    jaccard(other: Minhash): number
  }
}
