import { useState } from 'react';
import { answered, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { type components } from '../api/schema';
import { type JsonForm } from '../ui/json-form';
import { type Session } from './session';

export type Credentials = components['schemas']['LoginDto'];

interface TwoSteps {
  /** Whether the password was right and the code is to be typed now. */
  readonly asksCode: boolean;
  /** Logs in; answers nothing when the code is needed first. */
  readonly logIn: (credentials: Credentials) => Promise<Session | undefined>;
  /** Back to the password. */
  readonly restart: () => void;
}

/**
 * Logs in with mail and password, and where the server asks for it, once more with the code that the form
 * holds at `/code`.
 */
export function useLogIn<T extends { code?: string }>(form: JsonForm<T>): TwoSteps {
  const [asksCode, setAsksCode] = useState(false);
  const restart = () => {
    setAsksCode(false);
    form.change('/code', undefined);
    form.setProblem(undefined);
  };
  const logIn = async (body: Credentials) => {
    try {
      const session = await answered(api.POST('/dashboard/login', { body }));
      restart();
      return session;
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : '';
      if (code === 'wrong_second_factor') form.change('/code', undefined);
      if (code === 'wrong_credentials') restart();
      if (code !== 'second_factor_required' || body.code !== undefined) throw error;
      setAsksCode(true);
      return undefined;
    }
  };
  return { asksCode, logIn, restart };
}
