import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { dayMs } from '../common/time/durations.js';
import { type CreateKeyDto } from './dto/key.dto.js';

/** Ten years, the same as the most days. */
const lifeMsMax = 3650 * dayMs;

/** When a key that is asked for expires; null for never. @throws InvalidRequest */
export function expiryOf(
  { expires_in_days: days, expires_at: at }: CreateKeyDto,
  now: Date,
): string | null {
  if (at == null) return days == null ? null : new Date(now.getTime() + days * dayMs).toISOString();
  if (days != null) {
    throw refused({
      code: 'days_or_instant',
      message: 'Give expires_in_days or expires_at, not both.',
    });
  }
  const instant = Date.parse(at);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(at.slice(0, 19))) {
    throw refused({ code: 'wrong_format', message: 'There is no such day or time.' });
  }
  if (instant <= now.getTime() || instant > now.getTime() + lifeMsMax) {
    throw refused({
      code: 'out_of_range',
      message: 'Expected a moment in the future, within ten years.',
    });
  }
  return new Date(instant).toISOString();
}

/** Text of people as it is stored. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

function refused(fault: Omit<Fault, 'pointer'>): InvalidRequest {
  return new InvalidRequest([{ pointer: '/expires_at', ...fault }]);
}
