"""Widgets: small, without trade and without services.

Words come in from outside; the owner calls the setters again when the language is switched. All of them work by
keyboard and have names for those who hear the screen. File, classes, the essence:

* text: `Text(text, role, tone="", wrap=False)`; role: caption, body, muted, strong, lead, title, clock, refusal;
  `set_tone("done" | "soon" | "late" | "primary" | "")`.
* buttons: `Button(text, kind=, icon_name=)`, `IconButton(icon_name, words)`; kind: primary (one per screen), quiet,
  danger, flat, link; `set_kind`, `set_words`. Enter presses them.
* card: `Card(title)`; `.body` is a layout; `set_title`, `set_note("5")`, `add_action(widget)`.
* pill: `Pill(text, kind, icon_name)`; kind: plain, primary, done, soon, late; `show_status(text, kind, icon_name)`.
* headline: `Headline(title, subtitle, back="")`; `add(widget)` at the right; signal `went_back`.
* empty_state: `EmptyState(icon_name, sentence, hint=, action=)`; `say(…)`; signal `acted`.
* search_field: `SearchField(prompt)`; signals `searched(str)` (committed text only), `entered`, `moved_down`.
* type_to_search: `TypeToSearch(search, table, parent)`: Down, Up and letters lead from one into the other.
* table: `Table(name, plain=False)`, a QTableView as ours look; `stretch(column)` after the model is set.
* fields: `NumberField`, `MomentField`, `ChoiceField`: Qt's spin boxes and drop-down as ours look.
* segmented: `Segmented([(value, words)])`; `value`, `set_value`, `set_words`, `set_name`; signal `chosen(value)`.
* nav_rail: `NavRail()`; `add_page(key, words, icon_name)`, `set_current`, `set_words`, `.footer` layout; signal
  `chosen(key)`; Ctrl+1…9 and the narrow form by itself.
* status_line: `StatusLine()`; `say(words, tone)`, `show_undo(undo, redo)`, `show_state(key, words, tone)`; signals
  `undo_wanted`, `redo_wanted`, `history_wanted`, `state_chosen(key)`.
* side_sheet: `SideSheet(parent)`; `open(title, content)`, `close_sheet()`; signal `closed`; Esc.
* scroll: `Scroll(content)`: a page that scrolls when it must, without a frame; `show_content(content)`.
* flow: `FlowLayout`, which goes on in the next line.
* timeline: `Timeline(name)`, `Lane(label, blocks, key)`, `Block(start, end, label, kind)`;
  `show_lanes(lanes, now, first, last)`; signal `lane_chosen(key)`.

Facts, all with the signal `changed(value)`, answered by `set_value` or `show_refusal(sentence)`:

* fact: `TextFact(label, prompt=)`, `LongTextFact`: the value is a `str`.
* fact_choice: `ChoiceFact(label, [(value, words)], prompt=)`; `AnswerFact(label)`: `yes`, `no`, `unconfirmed`.
* fact_moment: `MomentFact(label, clock, prompt=)`, `DayFact`: `clock()` gives now (aware); datetime, date or None; F4.
* fact_number: `NumberFact(label, least=, most=)`: an int or None.
* fact_group: `FactGroup(title)`; `add(fact) -> fact` lines the labels up; `flush()` before closing.
* moment_text: `read_moment(text, now)`, `moment_words(moment)`, `day_words(day)`: pure.

They have in common: `value()`, `set_value(v)`, `show_refusal(sentence)`, `refusal()`, `edit()` (F2), `flush()`,
`is_dirty()`, `set_label`, `set_read_only(read_only=True)`, and most `set_prompt` and `retranslate`. They save on Enter,
on leaving and after 800 ms of silence, never while an input method composes; Esc goes back; Enter goes on.
"""
