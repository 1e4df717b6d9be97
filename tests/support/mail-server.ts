import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

const mails: Email[] = []
const state = { refuses: false }
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', async () => {
      if (state.refuses) return done(new Error('the box is full'))
      mails.push(await PostalMime.parse(Buffer.concat(pieces)))
      done()
    })
  },
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
process.env.MAIL_FROM = 'Mirqab <desk@example.org>'

/**
 * A mail server on 127.0.0.1 that keeps what it is sent; while `refuses` is set, it takes nothing. Import this before
 * anything of lib: the environment is read once.
 */
export const mail = { mails, state, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
