declare module 'passport-http-bearer' {
  /** The part of the package's strategy that is used here. */
  export class Strategy {
    constructor(...options: unknown[]);
    authenticate(request: object): void;
  }
}
