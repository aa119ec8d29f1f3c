// What a browser may add to pages that work without it. No word is spoken here that a page has not brought in a data attribute.
"use strict";

(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  /** Writes a value into a text of the page: "{n}" in "{n} characters left". */
  const filled = (text, name, value) => (text || "").replaceAll(`{${name}}`, String(value));

  /** A rejected form is read from its summary of errors. */
  function focusErrors() {
    const summary = document.querySelector(".error-summary");
    if (!summary) return;
    summary.tabIndex = -1;
    summary.focus();
  }

  /** form[data-once]: an act is sent once, however often the button is pressed. */
  function sendOnce(form) {
    let sent = false;
    const buttons = () => all("button[type=submit], button:not([type])", form);
    form.addEventListener("submit", (event) => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      // A button that is disabled at once would not be sent with the form.
      setTimeout(() => {
        for (const button of buttons()) {
          button.disabled = true;
          if (button.dataset.busy) {
            button.dataset.ready = button.textContent;
            button.textContent = button.dataset.busy;
          }
        }
      });
    });
    // A page that comes back from the history is to be used again.
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      sent = false;
      for (const button of buttons()) {
        button.disabled = false;
        if (button.dataset.ready) button.textContent = button.dataset.ready;
      }
    });
  }

  /** form[data-draft]: a half-filled form is kept at the address given, a moment after the last key. */
  function keepDraft(form) {
    const line = form.querySelector("[data-saved]") || document.querySelector("[data-saved]");
    let timer = 0;
    let saving = false;
    let changed = false;
    let left = false;

    const say = (text) => {
      if (line && text) line.textContent = text;
    };
    const time = () =>
      new Date().toLocaleTimeString(document.documentElement.lang || undefined, {
        hour: "2-digit", minute: "2-digit", hour12: false,
      });
    const fields = () => {
      const words = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string") words.append(name, value);
      }
      return words;
    };

    async function save() {
      clearTimeout(timer);
      if (!changed || left) return;
      if (saving) {
        timer = setTimeout(save, 500);
        return;
      }
      saving = true;
      changed = false;
      say(line?.dataset.saving);
      try {
        const answer = await fetch(form.dataset.draft, {
          method: "POST", body: fields(), credentials: "same-origin", redirect: "error", keepalive: true,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        say(filled(line?.dataset.saved, "time", time()));
      } catch {
        changed = true;
        say(line?.dataset.failed);
      } finally {
        saving = false;
      }
    }

    form.addEventListener("input", () => {
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    });
    form.addEventListener("submit", () => {
      left = true;
      clearTimeout(timer);
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) left = false;
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") save();
    });
  }

  /** textarea[maxlength][data-left]: how much may still be written; spoken only when the writer pauses. */
  function countLeft(area) {
    const seen = document.createElement("p");
    seen.className = "hint";
    seen.setAttribute("aria-hidden", "true");
    const spoken = document.createElement("p");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    area.after(seen, spoken);

    let timer = 0;
    const text = () => filled(area.dataset.left, "n", area.maxLength - area.value.length);
    const show = () => {
      seen.textContent = text();
    };
    area.addEventListener("input", () => {
      show();
      clearTimeout(timer);
      timer = setTimeout(() => {
        spoken.textContent = text();
      }, 1200);
    });
    show();
  }

  /** button[data-copy="#id"]: copies the text of an element; hidden where that is not possible. */
  function copies(button) {
    const source = document.querySelector(button.dataset.copy);
    if (!source || !navigator.clipboard) return;
    button.hidden = false;
    const name = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        button.textContent = button.dataset.copied || name;
      } catch {
        button.textContent = button.dataset.failed || name;
      }
      setTimeout(() => {
        button.textContent = name;
      }, 2500);
    });
  }

  /** button[data-print]: prints the page. */
  function prints(button) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  /** Paper cannot be unfolded, so everything is open while printing. */
  function unfoldOnPaper() {
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = all("details:not([open])");
      for (const details of opened) details.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const details of opened) details.open = false;
      opened = [];
    });
  }

  focusErrors();
  unfoldOnPaper();
  all("form[data-once]").forEach(sendOnce);
  all("form[data-draft]").forEach(keepDraft);
  all("textarea[maxlength][data-left]").forEach(countLeft);
  all("button[data-copy]").forEach(copies);
  all("button[data-print]").forEach(prints);
})();
