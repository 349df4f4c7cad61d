import { Injectable } from '@nestjs/common';
import { type MailKind, type MailWriter } from './mail.js';

/** Who writes the mails of each kind: the modules that know what they are about register here at start. */
@Injectable()
export class MailWriters {
  private readonly writers = new Map<MailKind, MailWriter>();

  register(kind: MailKind, writer: MailWriter): void {
    this.writers.set(kind, writer);
  }

  /** @throws if no module writes such mails, which is a mistake of ours */
  of(kind: MailKind): MailWriter {
    const writer = this.writers.get(kind);
    if (writer === undefined) throw new Error(`Nobody writes mails of the kind "${kind}".`);
    return writer;
  }
}
