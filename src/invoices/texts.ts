import { type TextFormats } from './text-formats.js';
import { type Wording } from './wording.js';

/** How an invoice is put into words and figures. */
export interface Texts {
  readonly words: Wording;
  readonly formats: TextFormats;
}
