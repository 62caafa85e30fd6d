/**
 * Who may talk to the loopback host. The window is started with a one-time code, good for one minute and one use,
 * and trades it for a token it keeps in memory. A code that comes a second time was seen by somebody else, and it
 * cannot be told which of the two came first: that ends the session for both.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const CODE_LIFETIME_MS = 60_000
const SECRET_BYTES = 32

export type Redemption = { kind: 'accepted'; token: string } | { kind: 'refused'; message: string }

const UNKNOWN_CODE = 'This address is not valid, or older than a minute. Start Switchyard again.'
const USED_TWICE =
  'The address of this session was opened a second time, so somebody else on this computer may have seen it. The session was ended to keep your data safe. Start Switchyard again.'

export class Session {
  readonly #now: () => number
  readonly #token = secret()
  /** Fingerprint of each code to when it ends, or to null once it was used. Codes themselves are not kept. */
  readonly #codes = new Map<string, number | null>()
  readonly #listeners = new Set<(message: string) => void>()
  #endedBecause: string | null = null
  #isRedeemed = false

  /** `now` in milliseconds; must never go back. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Why the session is over, in words; null while it lasts. */
  get endedBecause(): string | null {
    return this.#endedBecause
  }

  get isRedeemed(): boolean {
    return this.#isRedeemed
  }

  issueCode(): string {
    const code = secret()
    this.#codes.set(fingerprint(code).toString('hex'), this.#now() + CODE_LIFETIME_MS)
    return code
  }

  redeem(code: string): Redemption {
    if (this.#endedBecause !== null) return { kind: 'refused', message: this.#endedBecause }
    const key = fingerprint(code).toString('hex')
    const endsAt = this.#codes.get(key)
    if (endsAt === null) {
      this.#end(USED_TWICE)
      return { kind: 'refused', message: USED_TWICE }
    }
    if (endsAt === undefined || this.#now() >= endsAt) return { kind: 'refused', message: UNKNOWN_CODE }
    this.#codes.set(key, null)
    this.#isRedeemed = true
    return { kind: 'accepted', token: this.#token }
  }

  accepts(authorization: string | undefined): boolean {
    const isOurs = timingSafeEqual(fingerprint(authorization ?? ''), fingerprint(`Bearer ${this.#token}`))
    return isOurs && this.#isRedeemed && this.#endedBecause === null
  }

  /** Returns the function that stops listening. */
  onEnded(listener: (message: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #end(message: string): void {
    this.#endedBecause = message
    for (const listener of this.#listeners) listener(message)
  }
}

const secret = () => randomBytes(SECRET_BYTES).toString('base64url')
const fingerprint = (text: string) => createHash('sha256').update(text).digest()
