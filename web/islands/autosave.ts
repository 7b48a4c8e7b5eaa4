// Saves an answer while it is typed. One save is under way at a time; what is typed meanwhile goes with the next one, on
// the revision the last one gave. When the server is away the text is kept and sent once when it is back: the server
// takes the same text twice as one, so repeating after a lost reply does no harm.
import { bodyOf, clock, fieldsOf, fill, nameNewRows, revisionField, saysTheSame, type Fields, wordsIn } from "./answer_form";
import { offer, saidIn, showConflict, type Said } from "./boxes";
import { forget, keep, kept } from "./draft";

interface Saved {
  revision: number;
  saved_at: string;
}

interface Refused {
  title: string;
  flaws?: { pointer: string; message: string }[];
  conflict?: { stored: { parts: Said[] }; revision: number };
}

const kPause = 700; // milliseconds after the last key
const kLongestWait = 8000; // between two tries

class Answer {
  private savedWords: string;
  private timer: number | undefined;
  private underWay = false;
  private waiting = false;
  private undecided = false;
  private wait = 1000;
  private going = false;
  private goingWith: HTMLElement | null = null;

  constructor(private readonly form: HTMLFormElement) {
    this.savedWords = wordsIn(fieldsOf(form));
    form.addEventListener("input", () => this.typed(kPause));
    form.addEventListener("change", () => this.typed(0));
    form.addEventListener("focusout", () => this.typed(0));
    form.addEventListener("submit", (event) => this.goOn(event));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.leave();
    });
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("online", () => this.typed(0));
    // What came back to be put right stands here, and nowhere else.
    if (document.querySelector("[data-flaws], [data-conflict]")) keep(form, fieldsOf(form));
    else this.offerDraft();
    if (document.querySelector("[data-flaws]")) this.savedWords = "";
  }

  // Text is kept here at once, so that nothing depends on a timer that may never ring.
  private typed(pause: number): void {
    nameNewRows(this.form);
    const fields = fieldsOf(this.form);
    if (wordsIn(fields) === this.savedWords) return;
    keep(this.form, fields);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), pause);
  }

  // Going on waits for a save that is under way: the page is sent on the revision that save gives.
  private goOn(event: SubmitEvent): void {
    window.clearTimeout(this.timer);
    if (!this.underWay) {
      this.going = true;
      return;
    }
    event.preventDefault();
    this.goingWith = event.submitter;
  }

  private leave(): void {
    const fields = fieldsOf(this.form);
    if (wordsIn(fields) === this.savedWords || this.undecided || this.underWay || this.going) return;
    keep(this.form, fields);
    void this.send(fields, true).catch(() => undefined);
  }

  private send(fields: Fields, leaving: boolean): Promise<Response> {
    return fetch(this.form.action, { method: "POST", body: bodyOf(fields), headers: { Accept: "application/json" }, keepalive: leaving });
  }

  private async save(): Promise<void> {
    if (this.undecided || this.going) return;
    if (this.underWay) {
      this.waiting = true;
      return;
    }
    const fields = fieldsOf(this.form);
    const words = wordsIn(fields);
    if (words === this.savedWords) return;
    this.underWay = true;
    this.say(this.form.dataset["saving"] ?? "");
    try {
      await this.hear(await this.send(fields, false), words);
    } catch {
      this.tryAgain();
    }
    this.underWay = false;
    if (this.goingWith && !this.undecided) {
      this.form.requestSubmit(this.goingWith);
      return;
    }
    this.goingWith = null;
    if (this.waiting) {
      this.waiting = false;
      void this.save();
    }
  }

  private async hear(response: Response, words: string): Promise<void> {
    if (response.ok) {
      const saved = (await response.json()) as Saved;
      revisionField(this.form).value = String(saved.revision);
      this.savedWords = words;
      this.wait = 1000;
      if (wordsIn(fieldsOf(this.form)) === words) forget(this.form);
      this.clearMessages();
      this.say(`${this.form.dataset["saved"] ?? ""} ${clock(new Date(saved.saved_at))}`);
      return;
    }
    if (response.status >= 500 || response.status === 429) return this.tryAgain();
    const refused = (await response.json()) as Refused;
    if (refused.conflict) return this.decide(refused.conflict);
    this.say(`${this.form.dataset["putRight"] ?? ""} ${refused.flaws?.[0]?.message ?? refused.title}`, true);
    this.showMessages(refused);
  }

  private tryAgain(): void {
    this.say(this.form.dataset["notSaved"] ?? "", true);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), this.wait);
    this.wait = Math.min(this.wait * 2, kLongestWait);
  }

  private decide(conflict: NonNullable<Refused["conflict"]>): void {
    this.undecided = true;
    this.say("");
    showConflict(
      this.form,
      conflict.stored.parts ?? [],
      saidIn(this.form),
      () => {
        revisionField(this.form).value = String(conflict.revision);
        this.undecided = false;
        this.savedWords = "";
        void this.save();
      },
      () => {
        forget(this.form);
        this.savedWords = wordsIn(fieldsOf(this.form));
        window.location.reload();
      },
    );
  }

  private offerDraft(): void {
    const draft = kept(this.form);
    if (!draft) return;
    if (saysTheSame(draft.fields, fieldsOf(this.form))) return forget(this.form);
    const parts = draft.fields
      .filter(([name, value]) => value.trim() !== "" && !["standing", "confidence"].includes(name) && !this.isHidden(name))
      .map(([name, value]) => ({ label: this.labelOf(name), text: value }));
    offer(
      this.form,
      new Date(draft.at),
      parts,
      () => {
        fill(this.form, draft.fields);
        this.typed(0);
      },
      () => forget(this.form),
    );
  }

  private named(name: string): Node | null | undefined {
    const input = this.form.elements.namedItem(name);
    return input instanceof RadioNodeList ? input[0] : input;
  }

  private isHidden(name: string): boolean {
    const one = this.named(name);
    return /\/id$/.test(name) || (one instanceof HTMLInputElement && one.type === "hidden");
  }

  private labelOf(name: string): string {
    const one = this.named(name);
    return one instanceof Element ? (one.closest(".field, fieldset")?.querySelector(".label")?.textContent?.trim() ?? "") : "";
  }

  private clearMessages(): void {
    for (const message of this.form.querySelectorAll("[data-message]")) message.remove();
    for (const field of this.form.querySelectorAll("[data-marked]")) field.classList.remove("is-wrong");
  }

  private showMessages(refused: Refused): void {
    this.clearMessages();
    for (const flaw of refused.flaws ?? []) {
      const name = flaw.pointer.slice(1);
      const input = Array.from(this.form.elements).find(
        (element): element is HTMLInputElement => "name" in element && (element.name === name || (element as HTMLInputElement).name.startsWith(`${name}/`)),
      );
      const field = input?.closest<HTMLElement>(".field");
      if (!field) continue;
      field.classList.add("is-wrong");
      field.dataset["marked"] = "";
      const message = document.createElement("span");
      message.className = "wrong";
      message.dataset["message"] = "";
      message.textContent = flaw.message;
      field.querySelector(".label")?.after(message);
    }
  }

  private say(words: string, trouble = false): void {
    const line = this.form.querySelector<HTMLElement>("[data-status]");
    if (!line) return;
    line.textContent = words;
    line.classList.toggle("trying", trouble);
  }
}

export function watchAnswers(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) new Answer(form);
}
