import { Injectable } from '@nestjs/common';
import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { readRequest } from '../common/http/read-request.js';
import { GlyphCoverage } from '../pdf/glyph-coverage.js';
import { unprintableFaults } from '../pdf/unprintable-faults.js';

/** Reads requests whose texts will stand on invoices, where PDF/A needs a glyph for every character. */
@Injectable()
export class PrintableRequests {
  constructor(private readonly coverage: GlyphCoverage) {}

  /**
   * `unprinted` names the fields that never reach a page, `further` finds what no field can see.
   * @throws InvalidRequest with every fault
   */
  read<T extends object>(
    type: new () => T,
    body: unknown,
    unprinted: ReadonlySet<string>,
    further: (value: T) => readonly Fault[] = () => [],
  ): T {
    const read = readRequest(type, body);
    const { value } = read;
    const faults = [...read.faults, ...further(value)];
    const places = new Set(faults.map(({ pointer }) => pointer));
    const unprintable = unprintableFaults(this.coverage, value, unprinted).filter(
      ({ pointer }) => !places.has(pointer),
    );
    if (faults.length + unprintable.length > 0)
      throw new InvalidRequest([...faults, ...unprintable]);
    return value;
  }
}
