import { AppError } from '../common/errors/app-error.js';

/** Why a mail was not sent, in words that its sender may read, and whether trying again can help. */
export interface Failure {
  readonly reason: string;
  readonly isFinal: boolean;
}

const reasonMax = 400;

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** What an error means that was thrown while the text or the PDF of a mail was made. */
export function writingFailure(error: unknown): Failure {
  const reason =
    error instanceof AppError
      ? error.message
      : 'The mail could not be written; the log has the details.';
  return { reason, isFinal: false };
}

/**
 * What an error of the mail server means. Its answers are shown, because they name what the sender can
 * mend; addresses of the operator's network are not.
 */
export function sendingFailure(error: unknown): Failure {
  const { code, responseCode = 0, response = '' } = error as SmtpError;
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    const said = response.replaceAll(/\s+/g, ' ').slice(0, reasonMax);
    // 5xx is a "no" for good; 4xx asks for another attempt (RFC 5321 §4.2.1).
    return { reason: `The mail server refused the mail: ${said}`, isFinal: responseCode >= 500 };
  }
  return code === 'EAUTH' || code === 'ENOAUTH'
    ? { reason: 'The mail server refuses the log-in of this installation.', isFinal: false }
    : { reason: `The mail server cannot be reached (${code ?? 'unknown'}).`, isFinal: false };
}
