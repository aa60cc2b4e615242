// What browsers have and Debian's TypeScript compiler does not know yet.

interface Element {
  checkVisibility(options?: {visibilityProperty?: boolean}): boolean;
  scrollIntoView(options: {block?: ScrollLogicalPosition, behavior: 'instant'}): void;
}

interface Array<T> {
  findLastIndex(test: (value: T, index: number, array: T[]) => unknown): number;
}

declare function scrollTo(options: {top: number, behavior: 'instant'}): void;
