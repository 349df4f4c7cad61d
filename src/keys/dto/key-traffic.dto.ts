import { integerText } from '../../common/http/checks.js';
import { Answer, Field } from '../../common/http/fields.js';
import { trafficDays } from '../key-traffic.js';
import { type KeyDay } from '../key-traffic.repository.js';

export class KeyTrafficQueryDto {
  @Field(
    { type: 'integer', minimum: 1, maximum: trafficDays, default: trafficDays },
    integerText(1, trafficDays),
    { optional: true, description: 'How many days, today included.' },
  )
  days?: string;
}

export class KeyDayDto {
  @Answer({ type: 'string', description: 'Id of the key.' }) key_id: string;
  @Answer({ type: 'string', format: 'date', description: 'The day, in UTC.' }) day: string;
  @Answer({ type: 'integer', description: 'Requests that succeeded (2xx and 3xx).' })
  succeeded: number;
  @Answer({ type: 'integer', description: 'Requests that were refused (4xx).' })
  client_errors: number;
  @Answer({ type: 'integer', description: 'Requests that failed on our side (5xx).' })
  server_errors: number;

  static from(count: KeyDay): KeyDayDto {
    return {
      key_id: count.keyId,
      day: count.day,
      succeeded: count.succeeded,
      client_errors: count.clientErrors,
      server_errors: count.serverErrors,
    };
  }
}

/** Requests per key and day; requests with a key that is refused are not among them. */
export class KeyTrafficDto {
  @Answer({ type: 'string', format: 'date', description: 'The first day.' }) from: string;
  @Answer({ type: 'string', format: 'date', description: 'The last day, today in UTC.' })
  to: string;
  @Answer({
    type: () => KeyDayDto,
    isArray: true,
    description: 'Days with requests, oldest first.',
  })
  data: KeyDayDto[];
}
