// What browsers can do and this compiler's own list of the browser does not know yet.

interface Element {
  checkVisibility(options?: {visibilityProperty?: boolean; opacityProperty?: boolean}): boolean;
}

interface HTMLElement {
  popover: string | null;
  showPopover(): void;
  hidePopover(): void;
  togglePopover(force?: boolean): boolean;
}
