/**
 * On a page of documentation, every state is reached by itself, and several move the focus: none takes the reader there.
 */
const { focus } = HTMLElement.prototype;

HTMLElement.prototype.focus = function (options) {
  const isDocs = new URLSearchParams(location.search).get('viewMode') === 'docs';
  focus.call(this, isDocs ? { ...options, preventScroll: true } : options);
};
