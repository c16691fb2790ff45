// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"

namespace wardroom {
using namespace Qt::StringLiterals;

namespace {

bool isHidden(QChar c)
{
    const ushort code = c.unicode();
    return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069)
        || code == 0x061C || code == 0x00AD || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB);
}

} // namespace

QString shownPlainly(const QString &text, qsizetype longest)
{
    QString shown;
    shown.reserve(std::min(text.size(), longest + 1));
    for (const QChar c : text) {
        if (shown.size() >= longest)
            return shown + u'…';
        if (c == u'\n')
            shown += c;
        else if (c == u'\t')
            shown += u' ';
        else if (isHidden(c))
            shown += u"⟨U+%1⟩"_s.arg(QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'));
        else if (c.category() == QChar::Other_Control)
            shown += u'␦';
        else
            shown += c;
    }
    return shown;
}

QString csvCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace wardroom
