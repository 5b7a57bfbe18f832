// Puts the look that was chosen in the app on the page before it is drawn, so that it does not flicker.
(() => {
  try {
    const { theme } = JSON.parse(localStorage.getItem("legday.settings") ?? "{}");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Nothing is kept here: the look follows the system.
  }
})();
