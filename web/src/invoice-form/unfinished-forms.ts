import { type InvoiceValues, isBlank, newId } from './invoice-values';

/** What has been sent to be created: the same content is only ever sent under the same key. */
export interface Sent {
  readonly key: string;
  readonly body: string;
}

/** Unfinished work as the browser keeps it. */
export interface Saved {
  readonly values: InvoiceValues;
  readonly sent?: Sent | undefined;
  /** The invoice that it began as a copy of. */
  readonly from?: string | undefined;
  readonly savedAt: number;
}

const formsMax = 20;
/** Which form this tab works on; it survives a reload, and another tab has its own. A browser may hold older ones. */
const tabKey = 'finvo-draft';

/**
 * The place of one form that was not sent yet; drafts, which the server has, are another thing. A tab holds
 * its form under a lock as long as it is open, so that another tab takes another one; where the browser has
 * no locks (plain http), a tab that sees its form written by another one goes on under a new name. So no tab ever overwrites the work of another.
 */
export class UnfinishedForm {
  private closed = false;
  private written: string | undefined;
  private sent: Sent | undefined;

  constructor(
    private readonly account: string,
    private id: string,
    private readonly from: string | undefined,
    private readonly release: () => void,
  ) {
    window.addEventListener('storage', this.yieldToOther);
    guarded(() => {
      sessionStorage.setItem(tabKey, id);
    });
  }

  /** Goes on with what was kept. */
  resume({ sent }: Saved): this {
    this.sent = sent;
    return this;
  }

  /** The key under which this content is sent: the same one again for the same content, kept before it is used. */
  keyFor(values: InvoiceValues, body: string): string {
    if (this.sent?.body !== body) this.sent = { key: newKey(), body };
    this.save(values);
    return this.sent.key;
  }

  /** Keeps the work; blank work is not kept. */
  save(values: InvoiceValues): void {
    if (this.closed) return;
    const saved: Saved = { values, sent: this.sent, from: this.from, savedAt: Date.now() };
    this.written = isBlank(values) ? undefined : JSON.stringify(saved);
    guarded(() => {
      if (this.written === undefined) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, this.written);
    });
  }

  /** The work is done or not wanted any more. */
  forget(): void {
    guarded(() => {
      localStorage.removeItem(this.key);
      sessionStorage.removeItem(tabKey);
    });
    this.close();
  }

  /** Leaves the work for later. */
  close(): void {
    this.closed = true;
    window.removeEventListener('storage', this.yieldToOther);
    this.release();
  }

  private get key(): string {
    return keyOf(this.account, this.id);
  }

  private readonly yieldToOther = ({ key, newValue }: StorageEvent) => {
    if (key !== this.key || newValue === null || newValue === this.written) return;
    this.id = newId();
    guarded(() => {
      sessionStorage.setItem(tabKey, this.id);
      if (this.written !== undefined) localStorage.setItem(this.key, this.written);
    });
  };
}

/** Takes the form of this tab, else the latest one that no tab has open, else a new one. */
export async function openForm(
  account: string,
  from: string | undefined,
): Promise<{ form: UnfinishedForm; saved: Saved | undefined }> {
  for (const id of waitingForms(account, from)) {
    const release = await claim(keyOf(account, id));
    if (release === undefined) continue;
    const saved = read(keyOf(account, id));
    if (saved !== undefined)
      return { form: new UnfinishedForm(account, id, from, release).resume(saved), saved };
    release();
  }
  const id = newId();
  const release = (await claim(keyOf(account, id))) ?? (() => undefined);
  return { form: new UnfinishedForm(account, id, from, release), saved: undefined };
}

/** Ids of the account's unfinished forms, this tab's own first, then the latest first; the oldest are dropped. */
function waitingForms(account: string, from: string | undefined): string[] {
  const prefix = keyOf(account, '');
  const keys = guarded(() => Object.keys(localStorage)) ?? [];
  const forms = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ id: key.slice(prefix.length), saved: read(key) }))
    .sort((one, other) => (other.saved?.savedAt ?? 0) - (one.saved?.savedAt ?? 0));
  forms.slice(formsMax).forEach(({ id }) =>
    guarded(() => {
      localStorage.removeItem(keyOf(account, id));
    }),
  );
  const own = guarded(() => sessionStorage.getItem(tabKey));
  return forms
    .slice(0, formsMax)
    .filter(({ saved }) => from === undefined || saved?.from === from)
    .sort((one, other) => Number(other.id === own) - Number(one.id === own))
    .map(({ id }) => id);
}

function keyOf(account: string, id: string): string {
  return `${tabKey}:${account}:${id}`;
}

function read(key: string): Saved | undefined {
  return (
    guarded(() => {
      const saved = JSON.parse(localStorage.getItem(key) ?? 'null') as Saved | null;
      return Array.isArray(saved?.values.line_items) ? saved : undefined;
    }) ?? undefined
  );
}

/** Holds a name until it is released or the tab is gone; undefined when another tab has it. */
function claim(name: string): Promise<(() => void) | undefined> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return;
        }
        return new Promise<void>((release) => {
          resolve(release);
        });
      })
      .catch(reject);
  });
}

/** What a form needs that is not kept: saving twice is saving once. */
export const unkept = { save: () => undefined, keyFor: () => '', forget: () => undefined };

/** An Idempotency-Key; `crypto.randomUUID` is missing on plain http. */
export function newKey(): string {
  return newId() + newId();
}

/** Storage can be full, forbidden or damaged: the form works without. */
function guarded<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
