"""Widgets: small, without trade and without services. Words come in from outside; the owner calls the setters again
when the language is switched. All work by keyboard and have names for those who hear the screen.

| file | class | the essence |
|---|---|---|
| text | `Text(text, role, tone="", wrap=False)` | role: caption, body, muted, strong, lead, title, clock, refusal; `set_tone("late")` |
| buttons | `Button(text, kind=, icon_name=)`, `IconButton(icon_name, words)` | kind: primary (one per screen), quiet, danger, flat, link; `set_words` |
| card | `Card(title)` | `.body` layout, `set_title`, `set_note("5")`, `add_action(widget)` |
| pill | `Pill(text, kind, icon_name)` | kind: plain, primary, done, soon, late; `show_status(text, kind, icon_name)` |
| headline | `Headline(title, subtitle, back="")` | `add(widget)` at the right; signal `went_back` |
| fact | `TextFact(label, prompt=)`, `LongTextFact` | signal `changed(value)`; answer with `set_value` or `show_refusal(sentence)` |
| fact_choice | `ChoiceFact(label, [(value, words)], prompt=)`, `AnswerFact(label)` | AnswerFact: True, False, None; `retranslate()` |
| fact_moment | `MomentFact(label, clock, prompt=)`, `DayFact` | `clock() -> aware datetime`; value datetime / date / None; F4 calendar |
| fact_number | `NumberFact(label, least=, most=)` | value int / None |
| fact_group | `FactGroup(title)` | `add(fact) -> fact`, lines the labels up, `flush()` before closing |
| moment_text | `read_moment(text, now)`, `moment_words`, `day_words` | pure; "12月8日 10:30", "明天 9:30", "25日", "下周二" |
| segmented | `Segmented([(value, words)])` | signal `chosen(value)`, `set_value`, `set_name` |
| search_field | `SearchField(prompt)` | signals `searched(str)` (committed text only), `entered`, `moved_down` |
| table | `Table(name)` | a QTableView as ours look; `stretch(column)` |
| empty_state | `EmptyState(icon_name, sentence, hint=, action=)` | signal `acted`; `say(…)` |
| status_line | `StatusLine()` | `say(words, tone)`, `show_undo(sentence)`, `show_state(key, words, tone)`; signals `undo_wanted`, `state_chosen(key)` |
| nav_rail | `NavRail()` | `add_page(key, words, icon_name)`, `set_current`, `.footer` layout; signal `chosen(key)`; Ctrl+1…9 by itself |
| side_sheet | `SideSheet(parent)` | `open(title, content)`, `close_sheet()`; signal `closed`; Esc |
| flow | `FlowLayout` | goes on in the next line |
| timeline | `Timeline(name)`, `Lane(label, blocks, key)`, `Block(start, end, label, kind)` | `show_lanes(lanes, now, first, last)`; signal `lane_chosen(key)` |

Facts have in common: `value()`, `set_value(v)`, `show_refusal(sentence)`, `refusal()`, `edit()` (F2), `flush()`,
`is_dirty()`, `set_label`, `set_prompt`, `set_read_only(read_only=True)`. They save on Enter, on leaving and after 800 ms of
silence, never while an input method composes; Esc goes back; Enter goes on to the next.
"""
