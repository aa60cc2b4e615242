// What the scripts of a page share.
'use strict';

const nakami = {
  /** An element with attributes and what stands in it.
   * @param {string} name @param {Record<string, string>} attributes @param {...(string | Node)} content */
  make(name, attributes, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  },

  /** Whether something is shown now. */
  isSeen: (/** @type {Element} */ element) =>
    element.getClientRects().length > 0 && element.checkVisibility({visibilityProperty: true}),

  /** Whether a place can be scrolled sideways, so that arrow keys and swipes belong to it. */
  scrolls(/** @type {EventTarget | null} */ target) {
    const scroller = target instanceof Element ? target.closest('.figure-scroll, .scroll, pre') : null;
    return scroller !== null && scroller.scrollWidth > scroller.clientWidth + 1;
  },

  /** Whether a key is pressed with another one, or types into something. */
  isTaken: (/** @type {KeyboardEvent} */ event) => event.defaultPrevented || event.altKey || event.ctrlKey
    || event.metaKey || event.shiftKey || event.target instanceof Element && event.target.matches('input, select, textarea'),
};
