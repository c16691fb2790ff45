// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/architecture.h"

#include <QRegularExpression>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

//! The code without comments, strings and characters, line by line; raw strings may span lines.
QStringList bare(const QStringList &lines)
{
    QString text = lines.join(u'\n');
    static const QRegularExpression noise(
        uR"re((u8|u|U|L)?R"([^(\s]*)\((?:.|\n)*?\)\2"|//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')re"_s);
    QString out;
    qsizetype at = 0;
    auto matches = noise.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        // 1'000'000 is no character literal.
        const bool digits = match.captured().startsWith(u'\'') && match.capturedStart() > 0 &&
                            text.at(match.capturedStart() - 1).isLetterOrNumber();
        if (digits)
            continue;
        out += text.mid(at, match.capturedStart() - at) + u"0"_s + QString(match.captured().count(u'\n'), u'\n');
        at = match.capturedEnd();
    }
    return (out + text.mid(at)).split(u'\n');
}

} // namespace

QList<FunctionLength> functionLengths(const QStringList &lines)
{
    static const QRegularExpression scope(uR"(\b(namespace|class|struct|enum|union|extern)\b)"_s);
    static const QRegularExpression call(uR"(([\w:~]+|operator\S+)\s*\()"_s);
    struct Open
    {
        bool isFunction = false;
        qsizetype line = 0;
        QString name;
    };
    QList<FunctionLength> found;
    std::vector<Open> open;
    QString head; // what stands since the last ; { or }
    const QStringList code = bare(lines);
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (code.at(i).trimmed().startsWith(u'#'))
            continue;
        for (const QChar c : code.at(i)) {
            if (c == u'{') {
                const bool inside = std::any_of(open.begin(), open.end(), [](const Open &o) { return o.isFunction; });
                const auto name = call.match(head);
                const bool isFunction =
                    !inside && name.hasMatch() && !scope.match(head.first(name.capturedStart())).hasMatch();
                open.push_back({isFunction, i, name.captured(1)});
                head.clear();
            } else if (c == u'}') {
                if (!open.empty() && open.back().isFunction)
                    found.append({open.back().line + 1, i - open.back().line + 1, open.back().name});
                if (!open.empty())
                    open.pop_back();
                head.clear();
            } else if (c == u';') {
                head.clear();
            } else {
                head += c;
            }
        }
        head += u' ';
    }
    return found;
}

} // namespace wardroom::test
