// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/speech.h"

#include <QCoreApplication>
#include <QTranslator>

namespace wardroom::report {
using namespace Qt::StringLiterals;

namespace {

thread_local SpeakingIn *t_speaking = nullptr;

} // namespace

SpeakingIn::SpeakingIn(const QString &language, const QString &translation)
    : m_isSource(language.isEmpty() ? false : language.startsWith("en"_L1))
    , m_outer(t_speaking)
{
    if (!m_isSource && !translation.isEmpty()) {
        m_translator = std::make_unique<QTranslator>();
        if (!m_translator->load(translation))
            m_translator.reset();
    }
    t_speaking = this;
}

SpeakingIn::~SpeakingIn()
{
    t_speaking = m_outer;
}

QString translate(const char *context, const char *source)
{
    if (t_speaking && t_speaking->m_isSource)
        return QString::fromUtf8(source);
    if (t_speaking && t_speaking->m_translator) {
        const QString said = t_speaking->m_translator->translate(context, source);
        return said.isEmpty() ? QString::fromUtf8(source) : said;
    }
    return QCoreApplication::translate(context, source);
}

} // namespace wardroom::report
