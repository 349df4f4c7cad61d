import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { randomBase62 } from '../common/ids/id.js';
import { leaseFrom } from '../common/queue/leases.js';
import { WorkLoop } from '../common/queue/work-loop.js';
import { Clock } from '../common/time/clock.js';
import { minuteMs } from '../common/time/durations.js';
import { type Failure, sendingFailure, writingFailure } from './failure.js';
import { type Attempt, endOf, type Handover, handoverAfter, waitingAddresses } from './handover.js';
import { type Mail, type MailText } from './mail.js';
import { MailWriters } from './mail-writers.js';
import { OutboxRepository, type Outcome } from './outbox.repository.js';
import { Smtp } from './smtp.js';

/** How many mails one process sends at once, so that one slow mail does not hold up the others. */
const lanes = 3;
/** Longer than writing a mail and handing it in may take, so that only a dead process loses its lease. */
export const leaseMs = 5 * minuteMs;
/** How much of a reason is kept. */
const failureMax = 500;
/** The pause after each failed attempt; after the last one the mail has failed, about a day later. */
const pausesMs = [0.5, 1, 2, 5, 15, 30, 60, 120, 240, 480, 480].map((m) => m * minuteMs);

/** Sends what stands in the outbox: at once when it is told to, else within seconds. */
@Injectable()
export class MailWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MailWorker.name);
  private readonly worker = randomBase62(16);
  private readonly loop: WorkLoop<Mail>;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly writers: MailWriters,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
  ) {
    const work = {
      atOnce: lanes,
      claim: (underWay: readonly Mail[]) => this.claim(underWay),
      perform: (mail: Mail) => this.deliver(mail),
    };
    this.loop = new WorkLoop(work, this.logger);
  }

  onApplicationBootstrap(): void {
    if (this.smtp.isOn) this.loop.start();
  }

  /** Lets the mails that are under way come to their end; the others wait for the next start. */
  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** Starts sending what is due, if it is not being done already; never waits and never throws. */
  wake(): void {
    if (this.smtp.isOn) this.loop.wake();
  }

  private claim(underWay: readonly Mail[]): Promise<Mail | undefined> {
    const lease = leaseFrom(this.clock.now(), this.worker, leaseMs);
    return this.outbox.claim(
      lease,
      underWay.map(({ id }) => id),
    );
  }

  private async deliver(mail: Mail): Promise<void> {
    const outcome = await this.attempt(mail);
    if (outcome === 'nothing to send' || (mail.accountId === null && outcome.status !== 'queued')) {
      await this.outbox.drop(mail, this.worker);
    } else {
      await this.outbox.finish(mail, this.worker, outcome);
    }
  }

  private async attempt(mail: Mail): Promise<Outcome | 'nothing to send'> {
    if (mail.attempts > pausesMs.length + 1) {
      const failure = 'Sending was broken off again and again.';
      return { status: 'failed', failure, handover: mail.handover };
    }
    let text: MailText | undefined;
    try {
      text = await this.writers.of(mail.kind).write(mail);
    } catch (error) {
      return this.failed(mail, error, writingFailure(error));
    }
    if (text === undefined) return 'nothing to send';
    try {
      return this.answered(mail, text, await this.smtp.send(mail, text));
    } catch (error) {
      return this.failed(mail, error, { ...sendingFailure(error), also: text.whenSent });
    }
  }

  /** The mail server has said of every address what becomes of it. */
  private answered(mail: Mail, { whenSent }: MailText, attempt: Attempt): Outcome {
    const { id: mailId, attempts } = mail;
    // Without the words of the mail server, which often name the address.
    const refused = attempt.refusals.length;
    if (refused > 0) this.logger.warn({ mail_id: mailId, attempts, refused });
    const dueAt = this.nextAttempt(mail);
    const handover = handoverAfter(mail.handover, attempt, dueAt === undefined);
    const asksAgain = attempt.refusals.find(({ isFinal }) => !isFinal);
    if (asksAgain !== undefined && dueAt !== undefined) {
      const { address, said } = asksAgain;
      const failure = `The mail server put off ${address}: ${said}`.slice(0, failureMax);
      return { status: 'queued', failure, dueAt, handover };
    }
    return this.ended(mail, handover, whenSent);
  }

  /** The mail server has said nothing of single addresses. */
  private failed(
    mail: Mail,
    error: unknown,
    { reason, isFinal, also }: Failure & { readonly also?: MailText['whenSent'] },
  ): Outcome {
    this.logger.warn({ mail_id: mail.id, attempts: mail.attempts, error: loggable(error) });
    const { handover } = mail;
    const dueAt = this.nextAttempt(mail);
    if (!isFinal && dueAt !== undefined)
      return { status: 'queued', failure: reason, dueAt, handover };
    if (handover.taken.length === 0) return { status: 'failed', failure: reason, handover };
    const left = waitingAddresses(mail).map((address) => ({ address, said: reason }));
    return this.ended(mail, { ...handover, refused: [...handover.refused, ...left] }, also);
  }

  private ended({ to }: Mail, handover: Handover, also: MailText['whenSent']): Outcome {
    const { status, failure } = endOf(to, handover);
    const shown = failure?.slice(0, failureMax) ?? null;
    return status === 'sent'
      ? { status, failure: shown, handover, sentAt: this.clock.nowText(), also }
      : { status, failure: shown ?? '', handover };
  }

  /** When to try again; nothing after the last attempt. */
  private nextAttempt({ attempts }: Mail): string | undefined {
    const pauseMs = pausesMs[attempts - 1];
    return pauseMs === undefined
      ? undefined
      : new Date(this.clock.now().getTime() + pauseMs).toISOString();
  }
}
