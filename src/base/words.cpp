// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace wardroom {
using namespace Qt::StringLiterals;

QString languageOf(const QLocale &locale)
{
    return locale.language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
}

bool loadWords(QTranslator &words, const QString &language)
{
    return words.load(u":/i18n/wardroom_%1.qm"_s.arg(language));
}

void speakAsTheSystem(QCoreApplication &application)
{
    auto *words = new QTranslator(&application);
    if (loadWords(*words, languageOf(QLocale::system())))
        QCoreApplication::installTranslator(words);
}

} // namespace wardroom
