// What scripts add to pages that work without them.
import { watchAnswers } from "./autosave";
import { watchRows } from "./rows";
import { watchCopyButtons } from "./copy";
import { countWords } from "./counts";
import { keepTyped } from "./kept";
import { watchLanguage } from "./language";
import { watchMap } from "./map";
import { openForPaper } from "./print";
import { openTarget } from "./target";
import { leadBackToThePage } from "./back";
import { sendOnce } from "./once";
import { sayWhileMaking } from "./making";

watchRows();
watchAnswers();
watchCopyButtons();
countWords();
keepTyped();
watchLanguage();
sendOnce();
leadBackToThePage();
sayWhileMaking();
watchMap();
openForPaper();
openTarget();

// Somebody who uses a keyboard or a screen reader is led to what has to be put right.
document.querySelector<HTMLElement>("[data-flaws]")?.focus();
