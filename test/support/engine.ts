/** The engine that runs the tests, for what only one of them lets a test do. */
export const isChromium = navigator.userAgent.includes('Chrome/');

/** The driver of WebKit cannot change the size of its window. */
export const canResizeWindow = !navigator.userAgent.includes('Version/');
