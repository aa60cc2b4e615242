// What browsers can do and this compiler's own list of the browser does not know yet.

interface Element {
  checkVisibility(options?: {visibilityProperty?: boolean; opacityProperty?: boolean}): boolean;
  scrollIntoView(options: NewerScroll & {block?: ScrollLogicalPosition; inline?: ScrollLogicalPosition}): void;
  scrollTo(options: NewerScroll & {top?: number; left?: number}): void;
}

interface HTMLElement {
  popover: string | null;
  showPopover(): void;
  hidePopover(): void;
  togglePopover(force?: boolean): boolean;
}

interface NewerScroll {
  behavior?: 'auto' | 'instant' | 'smooth';
}

declare function scrollTo(options: NewerScroll & {top?: number; left?: number}): void;

interface Window {
  scrollTo(options: NewerScroll & {top?: number; left?: number}): void;
}

interface Array<T> {
  findLast(wanted: (value: T, index: number) => unknown): T | undefined;
  findLastIndex(wanted: (value: T, index: number) => unknown): number;
}

declare class DecompressionStream {
  constructor(format: 'gzip');
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}
