import { AppError } from '../../common/errors/app-error.js';

/** The account has no such tax preset; another account's is no different from none. */
export class TaxPresetNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such tax preset.');
  }
}

/** Another tax preset of the account has this name. */
export class TaxPresetNameTaken extends AppError {
  readonly kind = 'conflict';
  readonly code = 'tax_preset_name_taken';
  readonly title = 'The name of the tax preset is taken';

  constructor(name: string) {
    const message = 'Another tax preset of this account has this name.';
    super(`There is a tax preset with the name ${JSON.stringify(name)} already.`, [
      { pointer: '/name', code: 'tax_preset_name_taken', message },
    ]);
  }
}

/** The account has as many tax presets as it may have. */
export class TooManyTaxPresets extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_tax_presets';
  readonly title = 'Too many tax presets';

  constructor(max: number) {
    super(`An account may have ${max} tax presets. Delete one that is not used any more.`);
  }
}
