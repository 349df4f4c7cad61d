/** What stands at a place of a series: an invoice, or a number that was stepped over. */
export interface SeriesPlace {
  readonly sequence: number;
  readonly number: string;
  readonly status: 'issued' | 'void' | 'stepped_over';
}

/** Places from one to another, both included. */
export interface SeriesGap {
  readonly from: number;
  readonly to: number;
}

/** What the places of a series within one period come to. */
export interface SeriesFindings {
  readonly firstNumber: string | null;
  readonly lastNumber: string | null;
  readonly issued: number;
  readonly void: number;
  readonly steppedOver: readonly SeriesPlace[];
  readonly gaps: readonly SeriesGap[];
  readonly duplicates: readonly SeriesPlace[];
}

/**
 * Looks at the places of a series one by one, in the order of their sequences, and finds those that are
 * missing or taken twice. A void invoice keeps its place, and so does a number that was stepped over.
 */
export class SeriesAudit {
  private expected = 1;
  private firstNumber: string | null = null;
  private lastNumber: string | null = null;
  private readonly counts = { issued: 0, void: 0 };
  private readonly steppedOver: SeriesPlace[] = [];
  private readonly gaps: SeriesGap[] = [];
  private readonly duplicates: SeriesPlace[] = [];

  add(place: SeriesPlace): void {
    if (place.sequence < this.expected) this.duplicates.push(place);
    else this.expectUpTo(place.sequence);
    if (place.sequence >= this.expected) this.expected = place.sequence + 1;
    if (place.status === 'stepped_over') {
      this.steppedOver.push(place);
      return;
    }
    this.counts[place.status] += 1;
    this.firstNumber ??= place.number;
    this.lastNumber = place.number;
  }

  /** The findings, where `next` is the place that the counter would give next. */
  end(next: number): SeriesFindings {
    this.expectUpTo(next);
    const { firstNumber, lastNumber, steppedOver, gaps, duplicates } = this;
    return { firstNumber, lastNumber, ...this.counts, steppedOver, gaps, duplicates };
  }

  private expectUpTo(sequence: number): void {
    if (sequence > this.expected) this.gaps.push({ from: this.expected, to: sequence - 1 });
  }
}
