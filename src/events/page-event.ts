/** A fact announced to the page: it bubbles and leaves shadow roots. */
export abstract class PageEvent<Detail> extends Event {
  /** What is announced. */
  readonly detail: Detail;

  constructor(type: string, detail: Detail, init?: EventInit) {
    super(type, { bubbles: true, composed: true, ...init });
    this.detail = detail;
  }
}
