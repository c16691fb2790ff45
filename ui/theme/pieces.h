// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QBoxLayout;

//! Small pieces every page is made of. Labels always show plain text: foreign words are never markup.
namespace wardroom::ui {

//! \a look names a rule of the style sheet: "muted", "small", "strong", "section", "heading", "title", "figure" …
QLabel *makeLabel(const QString &text, const char *look, QWidget *parent = nullptr);
//! The same, wrapping, and selectable by mouse and keyboard.
QLabel *makeText(const QString &text, const char *look, QWidget *parent = nullptr);
QPushButton *makeButton(const QString &text, const char *look = "", QWidget *parent = nullptr);
//! \a kind: "card", "box", "danger", "bad", "good", "top", "bottom", "left", "right", "line".
QFrame *makeFrame(const char *kind, QWidget *parent = nullptr);
//! Changes a rule and has it looked up again.
void setLook(QWidget *widget, const char *look);
//! A size policy and height for labels that wrap inside layouts.
void setMargins(QBoxLayout *layout, int left, int top, int right, int bottom, int spacing);
//! Takes every widget and item out of \a layout.
void emptyLayout(QLayout *layout);

} // namespace wardroom::ui
