import { Module } from '@nestjs/common';
import { Sealer } from './sealer.js';

/** Encryption of what must be read again, with the secret of this installation; knows no other module. */
@Module({ providers: [Sealer], exports: [Sealer] })
export class SealingModule {}
