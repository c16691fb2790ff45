// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/confirmsheet.h"

#include "ui/theme/pieces.h"

namespace wardroom::ui {

namespace {

constexpr qsizetype longestAbout = 300;

} // namespace

ConfirmSheet::ConfirmSheet(const Texts &texts, QWidget *parent) : Sheet(texts.title, texts.sentence, texts.go, parent)
{
    QLabel *about = makeText(texts.about.left(longestAbout), "");
    addField(texts.label, about);
    about->setAccessibleName(texts.about.left(longestAbout));
}

} // namespace wardroom::ui
