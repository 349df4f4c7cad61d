import { AppError } from '../common/errors/app-error.js';
import { type Attempt, refusalText } from './handover.js';

/** Why a mail was not sent, in words that its sender may read, and whether trying again can help. */
export interface Failure {
  readonly reason: string;
  readonly isFinal: boolean;
}

/** What stands in the place of a code where an error has none. */
const unknownCode = 'unknown';
const reasonMax = 400;
/** What a mail server without a word for a refusal has said. */
const noWords = 'without a reason';

const noLogIn = 'The mail server refuses the log-in of this installation.';
const noAnswer = 'The mail server did not answer in time.';
/** What may pass: the operator mends it, or the mail server does. */
const passing = new Map([
  ['EAUTH', noLogIn],
  ['ENOAUTH', noLogIn],
  ['ETIMEDOUT', noAnswer],
  ['ABORT_ERR', noAnswer],
  ['EABORT', noAnswer],
  ['ECONNECTION', 'The mail server closed the connection before it had taken the mail.'],
]);

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

interface RecipientError extends SmtpError {
  readonly recipient?: string;
}

/** What an error means that was thrown while the text or the PDF of a mail was made. */
export function writingFailure(error: unknown): Failure {
  const reason =
    error instanceof AppError
      ? error.message
      : 'The mail could not be written; the log has the details.';
  return { reason, isFinal: false };
}

/** The refusals of single addresses, which nodemailer tells with its answer or with its error. */
export function refusalsIn(answer: unknown): Attempt['refusals'] {
  const { rejectedErrors = [] } = answer as { rejectedErrors?: readonly RecipientError[] };
  return rejectedErrors.map(({ recipient = '', responseCode = 0, response }) => ({
    address: recipient,
    said: shortened(response),
    // 5xx is a "no" for good; 4xx asks for another attempt (RFC 5321 §4.2.1).
    isFinal: responseCode >= 500,
  }));
}

/**
 * What an error of the mail server means. Its answers are shown, because they name what the sender can
 * mend; addresses of the operator's network are not.
 */
export function sendingFailure(error: unknown): Failure {
  const { code = unknownCode, responseCode = 0, response } = error as SmtpError;
  return code === 'EENVELOPE' || code === 'EMESSAGE'
    ? { reason: refusalText(shortened(response)), isFinal: responseCode >= 500 }
    : {
        reason: passing.get(code) ?? `The mail server cannot be reached (${code}).`,
        isFinal: false,
      };
}

function shortened(response = noWords): string {
  return response.replaceAll(/\s+/g, ' ').slice(0, reasonMax);
}
