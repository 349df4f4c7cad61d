interface LastUse {
  keyId: string;
  window: number;
  /** The last window in which the keys count as sharing. */
  sharedUntil: number;
}

const accountsMax = 10_000;

/** Knows which accounts use more than one key at the moment, by what this process has seen. */
export class SharedAccounts {
  private readonly lastUses = new Map<string, LastUse>();

  /** Notes a use; whether another key of the account was used in this window or the one before. */
  note(accountId: string, keyId: string, window: number): boolean {
    const last = this.lastUses.get(accountId);
    if (last === undefined) {
      if (this.lastUses.size >= accountsMax) this.lastUses.clear();
      this.lastUses.set(accountId, { keyId, window, sharedUntil: -1 });
      return false;
    }
    if (last.keyId !== keyId && last.window >= window - 1) last.sharedUntil = window + 1;
    last.keyId = keyId;
    last.window = window;
    return window <= last.sharedUntil;
  }
}
