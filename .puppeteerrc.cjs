// Browsers come from the system's packages (test/setup-browsers.sh): installing must not download one.
module.exports = { skipDownload: true };
