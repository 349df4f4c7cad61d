/** Names that Windows keeps for devices, whatever their extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)\./i;

/** Gives every file of a folder a name of its own. */
export class EntryNames {
  private readonly used = new Set<string>();

  /**
   * The name itself, or with a count before its extension (`a-2.pdf`) where it was given before. Names that
   * differ in case or in how a letter is composed count as the same, as they do on Windows and macOS.
   */
  unique(name: string): string {
    const safe = devices.test(name) ? `_${name}` : name;
    const dot = safe.lastIndexOf('.');
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? safe : `${safe.slice(0, dot)}-${count}${safe.slice(dot)}`;
      const folded = candidate.normalize('NFC').toLowerCase();
      if (this.used.has(folded)) continue;
      this.used.add(folded);
      return candidate;
    }
  }
}
