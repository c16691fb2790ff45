// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

const char *const sheet = R"(
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: $smallpx; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="section"] { color: $muted; font-size: $tinypx; font-weight: 600; }
QLabel[look="heading"] { font-size: $headingpx; font-weight: 700; }
QLabel[look="question"] { font-size: $questionpx; font-weight: 700; }
QLabel[look="cardtitle"] { font-size: $cardtitlepx; font-weight: 600; }
QLabel[look="title"] { font-size: $titlepx; font-weight: 700; }
QLabel[look="figure"] { font-size: $figurepx; font-weight: 700; }
QLabel[look="problem"] { color: $inkRed; }
QLabel[look="good"] { color: $inkGreen; }
QLabel[look="key"] { color: $muted; font-size: $tinypx; border: 1px solid $line; border-radius: 4px; padding: 1px 5px; }
QWidget[panel="true"] { background: $panel; }
QWidget[panel="plain"] { background: $background; }
QFrame[frame="top"] { border: none; border-top: 1px solid $line; }
QFrame[frame="bottom"] { border: none; border-bottom: 1px solid $line; }
QFrame[frame="right"] { border: none; border-right: 1px solid $line; }
QFrame[frame="left"] { border: none; border-left: 1px solid $line; }
QFrame[frame="card"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[frame="box"] { background: transparent; border: 1px solid $line; border-radius: 6px; }
QFrame[frame="danger"] { background: transparent; border: 1px solid $amber; border-radius: 6px; }
QFrame[frame="bad"] { background: transparent; border: 1px solid $red; border-radius: 6px; }
QFrame[frame="good"] { background: transparent; border: 1px solid $green; border-radius: 6px; }
QFrame[frame="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QPushButton { outline: 0; background: $button; color: $text; border: 1px solid $line; border-radius: 6px; padding: 5px 12px; font-weight: 500; }
QPushButton:hover { border-color: $muted; }
QPushButton:pressed { background: $raised; }
QPushButton:disabled { color: $muted; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton[look="primary"] { background: $accentFill; border-color: $accentFill; color: $onFill; }
QPushButton[look="primary"]:hover { border-color: $accent; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $raised; border-color: $line; color: $muted; }
QPushButton[look="flat"] { background: transparent; border-color: transparent; color: $muted; padding: 3px 5px; font-weight: 400; }
QPushButton[look="flat"]:hover { color: $text; }
QPushButton[look="flat"]:focus { border: 2px solid $accent; padding: 2px 4px; }
QPushButton[look="link"] { background: transparent; border-color: transparent; color: $inkAccent; padding: 3px 5px; text-align: left; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: 2px 4px; }
QPushButton[look="chip"] { border-radius: 9px; padding: 1px 9px; min-height: 16px; font-size: $tinypx; color: $muted; background: transparent; font-weight: 400; }
QPushButton[look="chip"]:checked { background: $chosen; color: $inkAccent; border-color: $accent; }
QPushButton[look="chip"]:focus { border: 2px solid $accent; padding: 0px 8px; }
QPushButton[look="choice"] { text-align: left; padding: 14px 16px; border-radius: 8px; background: $raised; }
QPushButton[look="choice"]:focus { border: 2px solid $accent; padding: 13px 15px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 3px; color: $muted; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $chosen; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateTimeEdit { background: $field; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 5px 9px; selection-background-color: $accentFill; selection-color: $onFill; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus { border: 2px solid $accent; padding: 4px 8px; }
QLineEdit[look="reason"] { background: $raised; }
QPlainTextEdit[look="bare"] { background: transparent; border: none; padding: 0px; }
QPlainTextEdit[look="bare"]:focus { border: none; padding: 0px; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/down.svg); width: 14px; height: 14px; margin-right: 8px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line; selection-background-color: $accentFill; selection-color: $onFill; outline: 0; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 4px; background: $field; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accentFill; border-color: $accentFill; image: url(:/icons/tick.svg); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px; background: $field; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accentFill; background: $onFill; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $inkAccent; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent; padding: 12px 9px 9px 9px; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { color: $inkAccent; background: $chosen; }
QTabBar::tab:hover { color: $text; }
QTabBar QToolButton { background: $panel; }
QListView, QTreeView, QTableView { background: transparent; border: none; outline: 0; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[panel="none"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 28px; margin: 1px 1px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 28px; margin: 1px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accentFill; color: $onFill; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QDialog { background: $background; }
)";

} // namespace

QString styleSheetFor(const Theme &theme)
{
    const Tokens &t = theme.tokens();
    QString css = QString::fromLatin1(sheet);
    const auto put = [&css](QLatin1StringView name, const QString &value) { css.replace(name, value); };
    // Longer names first, so that no name is the beginning of one still to come.
    put("$inkAccent"_L1, t.accentInk.name());
    put("$inkGreen"_L1, t.greenInk.name());
    put("$inkRed"_L1, t.redInk.name());
    put("$accentFill"_L1, t.accentFill.name());
    put("$background"_L1, t.background.name());
    put("$accent"_L1, t.accent.name());
    put("$button"_L1, t.dark ? t.background.name() : t.raised.name());
    put("$onFill"_L1, t.onFill.name());
    put("$chosen"_L1, t.chosen.name());
    put("$raised"_L1, t.raised.name());
    put("$hover"_L1, t.hover.name());
    put("$muted"_L1, t.muted.name());
    put("$panel"_L1, t.panel.name());
    put("$field"_L1, t.field.name());
    put("$green"_L1, t.green.name());
    put("$amber"_L1, t.amber.name());
    put("$text"_L1, t.text.name());
    put("$line"_L1, t.line.name());
    put("$red"_L1, t.red.name());
    const auto size = [&theme](Face face) { return u"%1px"_s.arg(theme.font(face).pixelSize()); };
    put("$smallpx"_L1, size(Face::small));
    put("$tinypx"_L1, size(Face::tiny));
    put("$headingpx"_L1, size(Face::heading));
    put("$questionpx"_L1, u"%1px"_s.arg(theme.px(18)));
    put("$cardtitlepx"_L1, u"%1px"_s.arg(theme.px(15)));
    put("$titlepx"_L1, size(Face::title));
    put("$figurepx"_L1, size(Face::figure));
    return css;
}

} // namespace wardroom::ui
