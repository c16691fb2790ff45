// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QCoreApplication;
class QLocale;
class QTranslator;

namespace wardroom {

//! Which of our languages is nearest to what somebody speaks: "zh" or "en".
QString languageOf(const QLocale &locale);

//! Loads our own words in "zh" or "en"; English has some too, for its plurals. False in a program they are not part of.
bool loadWords(QTranslator &words, const QString &language);

//! For a program without a window: the system's language from now on, as long as \a application lives.
void speakAsTheSystem(QCoreApplication &application);

} // namespace wardroom
