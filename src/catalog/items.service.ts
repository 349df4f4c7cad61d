import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { ItemNotFound } from './catalog.errors.js';
import { EntriesService } from './entries.service.js';
import { blankItem, type Item } from './item.js';
import { ItemsRepository } from './items.repository.js';

/** The items that accounts sell. */
@Injectable()
export class ItemsService extends EntriesService<Item> {
  constructor(items: ItemsRepository, clock: Clock) {
    super(items, clock, { prefix: 'itm', blank: blankItem, notFound: () => new ItemNotFound() });
  }
}
