/** The engine that runs the tests, for what only one of them lets a test do. */
export const isChromium = navigator.userAgent.includes('Chrome/');
