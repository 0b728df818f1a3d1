"""Runs inside QGIS: once through the whole EST cycle, by the buttons and keys a person uses.

Report, review, problem, cause, meeting, measure, follow-up with effect, adopted period: each
step is done in the window, and then the database is asked whether it happened. With a folder to
put them in, a picture is taken of every step (docs/handbok/est-cykeln.md shows them).
"""

import json
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

sys.path.insert(0, str(Path(__file__).resolve().parent))
import inside_qgis as hands

HERE = Path(QgsApplication.qgisSettingsDirPath()).parent.parent
WISH = json.loads((HERE / "wish.json").read_text(encoding="utf-8"))
FOLDER = Path(WISH["folder"]) if WISH["folder"] else None
#: Where it happens in the demo, and what is written of it.
PLACE = "Söderängs centrum"
TEXT = "Två skyltfönster krossade i natt. Glas på gången utanför biblioteksfilialen."
PROBLEM = "Oro på kvällarna i Söderängs centrum"
CAUSE = "Centrum är mörkt och tomt när butikerna har stängt"
DECISION = "Vuxenvandringar och bättre ljus i Söderängs centrum torsdag till lördag"
GOAL = "Antalet händelser i Söderängs centrum ska minska med en tredjedel på ett år."
BARS = ["mFileToolBar", "mMapNavToolBar", "mAttributesToolBar", "TryggToolBar"]
window = iface.mainWindow()  # noqa: F821  (given by tools/real_qgis.py)
canvas = iface.mapCanvas()  # noqa: F821
done = []
pictures = []


def say(step, fine, **figures):
    """The database has been asked; a step that did not happen ends the walk."""
    if not fine:
        raise RuntimeError(f"the step “{step}” is not in the database: {figures}")
    done.append({"step": step, "seconds": round(time.monotonic() - started, 1), **figures})


def take(name, dialog=None):
    if FOLDER is None:
        return
    iface.messageBar().clearWidgets()  # noqa: F821
    hands.drawn(canvas)
    path = FOLDER / f"cykel-{name}.png"
    hands.take(path, WISH["largest"], dialog)
    pictures.append(str(path))


def one(table, where, *values):
    """The one record that a step has made or changed."""
    found = workspace().rows(table, where, list(values))
    return found[0] if len(found) == 1 else None


def workspace():
    return plugin._shell.current.workspace


def panel(key):
    """Open a panel by its entry in the menu, and give its page once it has read."""
    action = plugin._shell.action(key)
    if action.isChecked():
        action.trigger()
    action.trigger()
    part = next(p for p in plugin._shell._parts if getattr(p, "key", "") == key)
    for dock in [p.dock for p in plugin._shell._parts if getattr(p, "dock", None) is not None]:
        if dock is not part.dock:
            dock.setUserVisible(False)
    hands.arrange(window, [part.dock.objectName()], BARS, 430)
    hands.drawn(canvas, 0.3)
    return part.dock.page


def accept(dialog):
    hands.click(dialog.save_button)
    hands.settle(0.2)
    if not sip.isdeleted(dialog) and dialog.isVisible():
        raise RuntimeError(f"“{dialog.windowTitle()}” refused: {dialog.problem.text()}")


def look_at(half):
    """The map at the place, ``half`` metres to each side."""
    canvas.setExtent(QgsRectangle(x - half, y - half, x + half, y + half))
    canvas.refresh()
    hands.drawn(canvas, 0.2)


def open_demo():
    import processing

    started_at = processing.run("trygg:createdemo", {
        "LANGUAGE": 0 if WISH["language"] == "sv" else 1,
        "OUTPUT": str(HERE / "trygg-demo.gpkg"),
    })  # fmt: skip
    part = next(p for p in plugin._shell._parts if type(p).__name__ == "WorkspacesPart")
    part.open(started_at["PROJECT"])
    hands.drawn(canvas)
    hands.arrange(window, ["TryggPanel"], BARS)


def report():
    look_at(350)
    take("0-oversikt")
    plugin._shell.action("Report").trigger()
    hands.settle(0.2)
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        canvas.viewport().rect().center(),
    )  # fmt: skip
    part = next(p for p in plugin._shell._parts if type(p).__name__ == "ReportPart")
    form = hands.until(lambda: part._form, "the form of a report")
    for key, code in (
        ("category", "vandalism"), ("subcategory", "broken_glass"), ("severity", "3"),
    ):  # fmt: skip
        hands.choose(form.editor(key), code)
    hands.write(form.editor("description"), TEXT)
    hands.middle(window, form)
    take("1-rapportera", form)
    accept(form)
    found = one("incident", "description = {p}", TEXT)
    say("report", found is not None and found["status"] == "submitted" and found.geometry)
    return found.uuid


def review(uuid):
    page = panel("Review")
    hands.write(page.filters.search, "biblioteksfilialen")
    hands.until(lambda: page.record is not None and page.record.uuid == uuid, "the incident")
    take("2-granska")
    hands.press(page.list, Qt.Key.Key_3)
    hands.until(
        lambda: one("incident", "uuid = {p}", uuid)["severity_reviewed"] == "3", "the severity")
    hands.press(page.list, Qt.Key.Key_A)
    hands.until(lambda: not page.doing.busy, "the approval")
    found = one("incident", "uuid = {p}", uuid)
    say("review", found["status"] == "approved", severity=found["severity_reviewed"])


def problem(uuid):
    page = panel("Problems")
    look_at(350)
    iface.setActiveLayer(plugin._shell.current.layer("incident"))  # noqa: F821
    iface.actionSelect().trigger()  # noqa: F821
    centre = canvas.viewport().rect().center()
    reach = QPoint(round(100 / canvas.mapUnitsPerPixel()), round(100 / canvas.mapUnitsPerPixel()))
    hands.drag(canvas, centre - reach, centre + reach)
    layer = plugin._shell.current.layer("incident")
    hands.until(layer.selectedFeatureCount, "incidents chosen on the map")
    hands.click(page.create)
    dialog = hands.until(lambda: page._dialog, "the form of a problem")
    hands.write(dialog.title, PROBLEM)
    hands.middle(window, dialog)
    take("3-problem", dialog)
    accept(dialog)
    iface.actionPan().trigger()  # noqa: F821
    layer.removeSelection()
    found = one("problem", "title = {p}", PROBLEM)
    linked = workspace().rows("problem_incident", "problem = {p}", [found.uuid])
    say("problem", uuid in [row["incident"] for row in linked] and found.geometry,
        incidents=len(linked))  # fmt: skip
    hands.drawn(canvas)
    take("4-utveckling")
    return found.uuid


def cause(uuid):
    page = panel("Problems")
    hands.turn(page.tabs, page.judgement)
    hands.settle(0.5)
    take("5-prioritet")
    for state in ("prioritised", "cause_analysis"):
        step(page, state)
    hands.turn(page.tabs, page.causes)
    for kind, title in (("object_place", CAUSE), ("exposed", "Få vuxna rör sig i centrum sent")):
        hands.click(page.causes.add)
        dialog = page.causes._dialog
        hands.choose(dialog.kind, kind)
        hands.write(dialog.title, title)
        hands.write(dialog.evidence, "Händelserna, och trygghetsvandringen i höstas.")
        accept(dialog)
    hands.settle(0.5)
    take("6-orsaker")
    found = workspace().rows("cause", "problem = {p}", [uuid])
    state = one("problem", "uuid = {p}", uuid)["status"]
    say("cause", len(found) == 2 and state == "cause_analysis", causes=len(found))


def step(page, state):
    """The next step of the chosen problem, from the menu of its button."""
    labels = {
        code.key: code.label[WISH["language"]]
        for code in workspace().standard.codelists["problem_state"].codes
    }
    hands.from_menu(page.step, labels[state])
    accept(page._dialog)
    hands.until(lambda: page.problem["status"] == state, f"the state {state}")


def meeting(uuid):
    page = panel("Meetings")
    hands.click(page.plan_button)
    dialog = page._dialog
    people = dialog.people
    if not people.participants():
        for row in range(min(3, people.organisation.count())):
            hands.choose(people.organisation, people.organisation.itemData(row))
            hands.click(people.add_button)
    hands.middle(window, dialog)
    take("7-planera-mote", dialog)
    accept(dialog)
    planned = page.meeting
    hands.click(page.open_button)
    held = hands.until(lambda: page.window_, "meeting mode")
    held.setGeometry(0, 0, 1366, 768)
    hands.until(lambda: held._picture is not None, "the meeting's figures")
    # each point shows its own figures; the decision is taken at the point of problems
    contents = [point["content"] for point in held._points]
    for row in range(contents.index("problems") + 1):
        hands.pick(held.agenda, held.agenda.item(row))
    entry = held.entry
    hands.write(entry.text, DECISION)
    hands.choose(entry.about, next(key for key in keys_of(entry.about) if key.endswith(uuid)))
    owner = keys_of(entry.owner)[1]
    hands.choose(entry.owner, owner)
    hands.write(entry.deadline, "+30")
    hands.drawn(canvas)
    hands.settle(1.0)
    take("8-beslut", held)
    hands.press(entry.text, Qt.Key.Key_Return)
    decided = one("decision", "meeting = {p}", planned.uuid)
    made = one("measure", "problem = {p}", uuid)
    say("decision", decided is not None and made is not None and made["status"] == "decided"
        and made["responsible_organisation"] == owner)  # fmt: skip
    hands.when_asked(lambda box: box.button(QMessageBox.StandardButton.Yes).click())
    hands.click(find(held, "End the meeting"))
    hands.until(lambda: page.window_ is None, "the end of the meeting")
    closed = one("meeting", "uuid = {p}", planned.uuid)
    say("meeting", closed["status"] == "closed")
    return made.uuid, planned.uuid


def measure(uuid):
    page = panel("Measures")
    pick_card(page, uuid)
    hands.press(page.board.groups, Qt.Key.Key_Return)
    dialog = page._dialog
    start = date.today() - timedelta(days=366)
    # QGIS's empty field of a day does not take in what is typed; its calendar opens a popup
    dialog.start.setDate(QDate(start))
    hands.write(dialog.goal, GOAL)
    hands.write(dialog.indicator, "Händelser per månad")
    hands.click(find(dialog, "The problem’s"))
    hands.click(dialog.reckon)
    hands.until(lambda: dialog.baseline.text(), "the baseline")
    hands.write(dialog.target, "3")
    for row in range(dialog.causes.count()):
        hands.tick(dialog.causes, row)
    hands.middle(window, dialog)
    take("9-atgard", dialog)
    accept(dialog)
    pick_card(page, uuid)
    hands.press(page.board.groups, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hands.settle(0.5)
    take("10-tavla")
    found = one("measure", "uuid = {p}", uuid)
    say("measure", found["status"] == "ongoing" and found["start_date"] == start
        and found.geometry, baseline=found["indicator_baseline"])  # fmt: skip


def keys_of(combo):
    return [combo.itemData(row) for row in range(combo.count())]


def pick_card(page, uuid):
    """The measure's card on the board, which a narrow panel shows in groups."""
    groups = page.board.groups
    tops = [groups.topLevelItem(row) for row in range(groups.topLevelItemCount())]
    cards = [top.child(row) for top in tops for row in range(top.childCount())]
    card_of = Qt.ItemDataRole.UserRole
    hands.pick(groups, next(one for one in cards if one.data(0, card_of).uuid == uuid))


def find(dialog, source):
    """The button of a window that says so, in the language that is spoken."""
    from qgis.PyQt.QtWidgets import QAbstractButton
    from trygg.trygg_plugin.i18n import tr

    return next(b for b in dialog.findChildren(QAbstractButton) if b.text() == tr(source))


def follow_up(uuid):
    page = panel("FollowUp")
    hands.choose(page.within, keys_of(page.within)[-1])
    hands.pick(page.list, hands.until(lambda: page._item_of(uuid), "the measure in the list"))
    form = page.form
    hands.choose(form.done, "as_planned")
    hands.choose(form.colour, "green")
    hands.write(form.reason, "Vandringarna har hållits som planerat.")
    hands.click(form.reckon)
    hands.until(lambda: form.value.text(), "the indicator")
    hands.choose(form.outcome, "completed")
    take("11-uppfoljning")
    hands.click(form.save_button)
    rows = workspace().rows("follow_up", "measure = {p}", [uuid])
    say("follow-up", len(rows) == 1 and rows[0]["colour"] == "green",
        value=rows[0]["indicator_value"] if rows else None)  # fmt: skip
    hands.turn(page.tabs, page.effect)
    effect = page.effect
    counts = [(effect.areas.item(r).text(), r) for r in range(effect.areas.count())]
    chosen = next(r for text, r in counts if text.startswith("Väster"))
    hands.tick(effect.areas, chosen)
    hands.click(effect.count)
    hands.until(lambda: effect.effect is not None and effect.count.isEnabled(), "the effect")
    area = page.parent().parent()
    while not hasattr(area, "ensureWidgetVisible"):
        area = area.parent()
    hands.settle(0.3)
    area.ensureWidgetVisible(effect.verdict, 0, 0)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    take("12-effekt")
    verdict = effect.effect.verdict
    hands.click(effect.save_button)
    found = one("measure", "uuid = {p}", uuid)
    stored = [r for r in workspace().rows("follow_up", "measure = {p}", [uuid])
              if r["effect_parameters"]]  # fmt: skip
    say("effect", found["status"] == "effect_assessed" and len(stored) == 1,
        verdict=verdict)  # fmt: skip


def period(meeting_uuid):
    page = panel("Periods")
    hands.until(lambda: page.figures is not None, "the figures")
    hands.drawn(canvas)
    take("13-period")
    uuid = page.record.uuid
    for state in ("closed", "draft", "est_meeting"):
        hands.click(page.next)
        hands.until(lambda state=state: page.record["status"] == state, f"the state {state}")
    hands.click(page.next)
    dialog = hands.until(lambda: page.dialog, "the confirmation")
    if meeting_uuid in keys_of(dialog.meeting):
        hands.choose(dialog.meeting, meeting_uuid)
    hands.press(dialog.read, Qt.Key.Key_Space)
    hands.middle(window, dialog)
    take("14-faststall", dialog)
    accept(dialog)
    hands.until(lambda: one("period", "uuid = {p}", uuid)["status"] == "adopted", "the adoption")
    hands.drawn(canvas)
    hands.turn(page.tabs, page.editions_tab)
    take("15-utgava")
    from trygg.trygg_plugin.data.errors import DataError

    try:
        workspace().update("period", uuid, {"summary": "annat"}, user="cycle")
        changed = True
    except DataError:
        changed = False
    say("period", not changed)


if WISH["scale"] != 1.0:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * WISH["scale"])
    QApplication.setFont(font)
utils.updateAvailablePlugins()
if not (utils.loadPlugin("trygg") and utils.startPlugin("trygg")):
    raise RuntimeError("the plugin did not load")
plugin = utils.plugins["trygg"]
started = time.monotonic()
try:
    open_demo()
    incidents = plugin._shell.current.layer("incident")
    places = [
        f.geometry().asPoint()
        for f in incidents.getFeatures(
            QgsFeatureRequest().setFilterExpression(f"\"place_name\" LIKE '%{PLACE}%'")
        )
        if f.hasGeometry()
    ]
    x, y = (sorted(values)[len(places) // 2] for values in zip(*((p.x(), p.y()) for p in places)))
    incident = report()
    review(incident)
    found_problem = problem(incident)
    cause(found_problem)
    found_measure, found_meeting = meeting(found_problem)
    measure(found_measure)
    follow_up(found_measure)
    period(found_meeting)
finally:
    # or QGIS asks about layers in memory when it is told to end
    iface.newProject(False)  # noqa: F821
result = {"steps": done, "pictures": pictures}
