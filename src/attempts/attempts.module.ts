import { Module } from '@nestjs/common';
import { AttemptsRepository } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';

/** Counts attempts of people who are not known yet, so that nobody can guess for long. */
@Module({ providers: [AttemptsRepository, AttemptsService], exports: [AttemptsService] })
export class AttemptsModule {}
