/** Where the user was in an image, to go back to and forth again. */
export class History {
  private readonly places: number[] = [];
  private at = -1;
  private going = false;
  private readonly show: (at: number) => void;

  /** `show` comes to a place that was visited before. */
  constructor(show: (at: number) => void) {
    this.show = show;
  }

  /** The offset that was visited last. */
  get now(): number | undefined {
    return this.places[this.at];
  }

  /** Remembers a place; what lay ahead is forgotten. */
  visit(place: number): void {
    if (this.going || place === this.now) {
      this.going = false;
      return;
    }
    this.places.splice(++this.at, Infinity, place);
  }

  /** Goes so many places on, or back. */
  go(step: number): void {
    const place = this.places[this.at + step];
    if (place === undefined) return;
    this.at += step;
    this.going = true;
    this.show(place);
  }
}
