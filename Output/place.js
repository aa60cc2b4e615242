// Marks which part of a page is being read, in the map of the flow. Without this script nothing is marked.
'use strict';

(() => {
  const tree = document.getElementById('place');
  if (!tree) return;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (tree.querySelectorAll('.place-parts a'));
  let marked = -1;
  const mark = () => {
    // The last part that has begun above the middle of the screen.
    const now = [...links].findLastIndex(link => {
      const part = document.getElementById(link.hash.slice(1));
      return part && part.getBoundingClientRect().top < innerHeight / 2;
    });
    if (now === marked) return;
    links[marked]?.removeAttribute('aria-current');
    links[now]?.setAttribute('aria-current', 'location');
    marked = now;
    links[now]?.scrollIntoView({block: 'nearest', behavior: 'instant'});
  };
  addEventListener('scroll', mark, {passive: true});
  const close = () => tree.closest('details')?.removeAttribute('open');
  tree.addEventListener('click', event => event.target instanceof HTMLAnchorElement && close());
  addEventListener('keydown', event => event.key === 'Escape' && close());
  mark();
})();
