"""Every control of every panel is reached with Tab, said aloud by name, and left again."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from trygg_plugin.gui.panel import PanelPart

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit,
            QPlainTextEdit, QTextEdit)  # fmt: skip


@pytest.fixture(scope="module")
def keys():
    return [
        "Review", "Problems", "Measures", "Meetings", "FollowUp", "Periods", "Walks", "Law",
        "History", "Feedback",
    ]  # fmt: skip


def page_of(shell, window, key):
    part = next(p for p in shell.parts if isinstance(p, PanelPart) and p.key == key)
    page = part.open()
    window.settle(20)
    part.dock.refresh()
    window.settle(20)
    return part, page


def controls(page):
    """What a person uses, without the pieces that Qt makes other controls of."""
    return [
        child for child in page.findChildren(QWidget)
        if isinstance(child, CONTROLS) and child.isVisibleTo(page)
        and not child.objectName().startswith("qt_")
        # QGIS's own box has a title that is reached, and this beside it
        and child.objectName() != "collapseButton"
        and not isinstance(child.parentWidget(), (QComboBox, QAbstractSpinBox))
        and not _inside_another(child, page)
    ]  # fmt: skip


def _inside_another(child, page):
    """Headers and the button of a tool bar or a list belong to the control that holds them."""
    above = child.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, (QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit)):
            return True
        above = above.parentWidget()
    return False


def told(control):
    text = getattr(control, "text", lambda: "")()
    words = [control.objectName(), control.accessibleName(), text, control.toolTip()]
    return f"{type(control).__name__} {[word for word in words if word]}"


def test_every_panel_is_among_those_that_are_looked_at(opened, keys):
    assert [part.key for part in opened.parts if isinstance(part, PanelPart)] == keys


def test_every_control_is_reached_with_tab_and_has_a_name(opened, window, keys):
    unreached, unnamed = [], []
    for key in keys:
        part, page = page_of(opened, window, key)
        chain, widget = set(), page.nextInFocusChain()
        while widget is not page:
            chain.add(widget)
            widget = widget.nextInFocusChain()
        for control in controls(page):
            focus = control.focusProxy() or control
            if not int(focus.focusPolicy()) & int(Qt.FocusPolicy.TabFocus) or focus not in chain:
                unreached.append((key, told(control)))
            named = control.accessibleName() or (
                isinstance(control, QAbstractButton) and control.text())
            if not named:
                unnamed.append((key, told(control)))
        part.dock.setUserVisible(False)
    assert not unreached, "\n".join(map(str, unreached))
    assert not unnamed, "\n".join(map(str, unnamed))


def test_no_control_keeps_the_tab_key(opened, window, keys):
    """Tab writes a tab in Qt's texts and walks through the cells of its tables, if it may."""
    traps = []
    for key in keys:
        part, page = page_of(opened, window, key)
        for control in controls(page):
            if isinstance(control, QAbstractItemView):
                kept = control.tabKeyNavigation()
            elif isinstance(control, (QPlainTextEdit, QTextEdit)):
                kept = not control.tabChangesFocus() and not control.isReadOnly()
            else:
                continue
            if kept:
                traps.append((key, told(control)))
        part.dock.setUserVisible(False)
    assert not traps, "\n".join(map(str, traps))
