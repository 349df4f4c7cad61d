import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** The flags of an authenticator: a person was there, and gave a finger or a PIN. */
const flags = { present: 0x01, verified: 0x04, withCredential: 0x40 };

interface Question {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

/** What a test forges in an answer. */
export interface Forgery {
  /** Where the page says that it comes from. */
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** In base64url. */
  readonly userHandle?: string;
  readonly counter?: number;
  readonly isVerified?: boolean;
  readonly type?: string;
}

/** A device with one passkey (ES256), as a browser speaks to it; it signs whatever a test wants. */
export class TestAuthenticator {
  readonly credentialId = randomBytes(32);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject };
  private userHandle = '';
  private counter = 0;

  constructor(private readonly origin: string) {
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** The answer of `navigator.credentials.create()`. */
  create(question: Question, forgery: Forgery = {}): Record<string, unknown> {
    this.userHandle = question.user?.id ?? '';
    const authData = Buffer.concat([
      this.head(forgery.rpId ?? question.rp?.id ?? '', forgery, flags.withCredential),
      Buffer.alloc(16),
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      this.coseKey(),
    ]);
    const attestationObject = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', question, forgery).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal', 'made-up'],
    });
  }

  /** The answer of `navigator.credentials.get()`; the counter grows by one each time. */
  get(question: Question, forgery: Forgery = {}): Record<string, unknown> {
    this.counter += 1;
    const authData = this.head(forgery.rpId ?? question.rpId ?? '', forgery);
    const clientData = this.clientData('webauthn.get', question, forgery);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      userHandle: forgery.userHandle ?? this.userHandle,
    });
  }

  private answer(response: object): Record<string, unknown> {
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, { challenge }: Question, forgery: Forgery): Buffer {
    const { origin } = this;
    const { rpId: _, ...forged } = forgery;
    return Buffer.from(
      JSON.stringify({
        type: forged.type ?? type,
        challenge: forged.challenge ?? challenge,
        origin: forged.origin ?? origin,
        crossOrigin: false,
      }),
    );
  }

  private head(rpId: string, { counter, isVerified = true }: Forgery, more = 0): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.counter);
    const flag = flags.present | (isVerified ? flags.verified : 0) | more;
    return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flag]), count]);
  }

  /** The public key as COSE: EC2, ES256, P-256, x and y. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    return map([
      [integer(1), integer(2)],
      [integer(3), integer(-7)],
      [integer(-1), integer(1)],
      [integer(-2), bytes(Buffer.from(x, 'base64url'))],
      [integer(-3), bytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest();

/** The head of a CBOR item: its major type and a length or number below 65,536. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

const integer = (value: number) => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const bytes = (value: Buffer) => Buffer.concat([cborHead(2, value.length), value]);
const text = (value: string) => Buffer.concat([cborHead(3, value.length), Buffer.from(value)]);
const map = (entries: [Buffer, Buffer][]) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
