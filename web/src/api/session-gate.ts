/** Asks the person for the password; answers whether it was given. */
type Ask = () => Promise<boolean>;

/** A place where requests wait until a person has given the password. */
export interface Gate {
  /** Says what to do when somebody has to be asked; answers how to take that back. */
  readonly onAsk: (next: Ask) => () => void;
  /** Resolves when the person was asked; requests that fail together wait for one answer. */
  readonly pass: () => Promise<boolean>;
  /** How often the gate was passed, each time with a new session token. */
  readonly passed: () => number;
}

function gate(): Gate {
  let ask: Ask | undefined;
  let asking: Promise<boolean> | undefined;
  let times = 0;
  return {
    onAsk: (next) => {
      ask = next;
      return () => {
        if (ask === next) ask = undefined;
      };
    },
    pass: () => {
      if (ask === undefined) return Promise.reject(new Error('Nobody is signed in.'));
      asking ??= ask()
        .then((given) => {
          if (given) times += 1;
          return given;
        })
        .finally(() => {
          asking = undefined;
        });
      return asking;
    },
    passed: () => times,
  };
}

/** For requests that met the end of the session. */
export const sessionEnd = gate();

/** For requests whose change needs a log-in that is a few minutes old. */
export const oldLogin = gate();
