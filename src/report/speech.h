// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <memory>

QT_BEGIN_NAMESPACE
class QTranslator;
QT_END_NAMESPACE

namespace wardroom::report {

//! As QCoreApplication::translate, but in the language of the innermost SpeakingIn of this thread: a report may be
//! written in another language than the window's. \a context and \a source are literals, so that lupdate finds them.
QString translate(const char *context, const char *source);

//! While it lives, this thread's reports are worded in \a language ("en", "zh"). English is the source text itself; any
//! other language is read from \a translation, a .qm file. Where that cannot be read, the window's language is used.
class SpeakingIn
{
public:
    explicit SpeakingIn(const QString &language, const QString &translation = {});
    ~SpeakingIn();
    Q_DISABLE_COPY_MOVE(SpeakingIn)

private:
    friend QString translate(const char *context, const char *source);
    std::unique_ptr<QTranslator> m_translator;
    bool m_isSource = false;
    SpeakingIn *m_outer = nullptr;
};

} // namespace wardroom::report
