import { setTimeout as sleep } from 'node:timers/promises'
import { JSDOM } from 'jsdom'
import { DEMO_PASSWORD } from '#seeds/demo-accounts.ts'
import type { Delivery } from '#tests/integration/loss/deliveries.ts'

/** Uploads as the drop zone of /batches does: what fails is sent again until it is answered well. */
export class UploadingClient {
  #url: string
  #cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  async signIn(email: string): Promise<void> {
    const { csrfToken } = (await (await this.#request('/api/auth/csrf')).json()) as { csrfToken: string }
    const body = new URLSearchParams({ email, password: DEMO_PASSWORD, csrfToken, json: 'true' })
    await this.#request('/api/auth/callback/credentials', { method: 'POST', body, redirect: 'manual' })
    if (![...this.#cookies.keys()].some((name) => name.includes('session-token'))) throw new Error('not signed in')
  }

  /** @returns the batch's id, once all of it has arrived and its reading has begun */
  async deliver({ name, files }: Delivery): Promise<string> {
    const { batchId } = (await this.#insist('/api/batches', {
      method: 'POST',
      body: JSON.stringify({ name }),
      headers: { 'content-type': 'application/json' },
    })) as { batchId: string }
    for (const { path, bytes } of files)
      await this.#insist(`/api/batches/${batchId}/files?path=${encodeURIComponent(path)}`, {
        method: 'PUT',
        body: new Uint8Array(bytes),
      })
    const finish = async () =>
      (await this.#insist(`/api/batches/${batchId}/finish`, { method: 'POST' })) as { isShown: boolean }
    // Tables are shown before they are read: the form above them is sent as it stands.
    while ((await finish()).isShown) await this.#sendForm(`/batches/${batchId}`, 'tables[]').catch(() => sleep(50))
    return batchId
  }

  /** Sends the form of a page that has this field, as a browser without scripts does. */
  async #sendForm(path: string, field: string): Promise<void> {
    const { document } = new JSDOM(await (await this.#request(path)).text()).window
    const form = [...document.querySelectorAll('form')].find((one) => one.querySelector(`[name="${field}"]`))
    if (!form) return
    const body = new FormData()
    for (const input of form.querySelectorAll<HTMLInputElement>('input[name]:not([type=checkbox])'))
      body.append(input.name, input.getAttribute('value') ?? '')
    await this.#request(path, { method: 'POST', body, headers: { origin: this.#url }, redirect: 'manual' })
  }

  async #insist(path: string, init: RequestInit): Promise<unknown> {
    for (;;) {
      const response = await this.#request(path, init).catch(() => null)
      const answer = await response?.json().catch(() => null)
      if (response?.ok && answer) return answer
      // What the server refuses by name stays refused; one that was killed amid its answer has refused nothing.
      if (response && !response.ok && response.status < 500)
        throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`)
      await sleep(50)
    }
  }

  async #request(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie, 'sec-fetch-site': 'same-origin' },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    return response
  }
}
