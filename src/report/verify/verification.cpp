// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/verification.h"

#include "base/plaintext.h"
#include "domain/fields.h"

#include <QCoreApplication>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

QString answer(BundleVerdict verdict)
{
    switch (verdict) {
    case BundleVerdict::intact:
        return QCoreApplication::translate("verify",
                                           "INTACT: complete, unaltered, and signed by the workspace you trust.");
    case BundleVerdict::altered: return QCoreApplication::translate("verify", "ALTERED: this is not what was signed.");
    case BundleVerdict::incomplete: return QCoreApplication::translate("verify", "INCOMPLETE: something is missing.");
    case BundleVerdict::notTrusted:
        return QCoreApplication::translate("verify", "NOT TRUSTED: it was not signed by the workspace you trust.");
    case BundleVerdict::unreadable: return QCoreApplication::translate("verify", "UNREADABLE: this cannot be checked.");
    case BundleVerdict::signerUnknown:
        return QCoreApplication::translate(
            "verify",
            "CONSISTENT, SIGNER UNKNOWN: give the workspace's fingerprint with --trust to know who signed it.");
    }
    return {};
}

//! "3-7, 9": runs of lines, the first few.
QString ranges(const QList<qint64> &lines)
{
    QStringList parts;
    for (qsizetype i = 0; i < lines.size();) {
        qsizetype end = i;
        while (end + 1 < lines.size() && lines.at(end + 1) == lines.at(end) + 1)
            ++end;
        if (parts.size() == 12)
            return parts.join(u", "_s) + u" …"_s;
        parts << (end > i ? u"%1-%2"_s.arg(lines.at(i)).arg(lines.at(end)) : QString::number(lines.at(i)));
        i = end + 1;
    }
    return parts.join(u", "_s);
}

QString place(const Problem &problem)
{
    QString text = shownPlainly(problem.file, 200);
    if (problem.line > 0)
        text += QCoreApplication::translate("verify", ", line %1").arg(problem.line);
    if (!problem.fact.isEmpty())
        text += QCoreApplication::translate("verify", ", fact %1").arg(shownPlainly(problem.fact.text(), 40));
    return text;
}

template <class T> QJsonArray arrayOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(FieldWriter::write(item));
    return array;
}

} // namespace

QString verdictWord(BundleVerdict verdict)
{
    switch (verdict) {
    case BundleVerdict::intact: return u"intact"_s;
    case BundleVerdict::altered: return u"altered"_s;
    case BundleVerdict::incomplete: return u"incomplete"_s;
    case BundleVerdict::notTrusted: return u"notTrusted"_s;
    case BundleVerdict::unreadable: return u"unreadable"_s;
    case BundleVerdict::signerUnknown: return u"signerUnknown"_s;
    }
    return {};
}

int Verification::exitCode() const
{
    switch (verdict) {
    case BundleVerdict::intact: return 0;
    case BundleVerdict::unreadable: return 2;
    case BundleVerdict::signerUnknown: return 4;
    default: return 1;
    }
}

QJsonObject Verification::toJson() const
{
    QJsonArray problemsJson, restingJson;
    for (const Problem &problem : problems) {
        problemsJson.append(QJsonObject{{u"file"_s, problem.file},
                                        {u"line"_s, problem.line},
                                        {u"fact"_s, problem.fact.text()},
                                        {u"what"_s, problem.what},
                                        {u"missing"_s, problem.missing}});
    }
    for (const Resting &resting : restsOnWord) {
        QJsonArray lines;
        for (const qint64 line : resting.lines)
            lines.append(line);
        restingJson.append(QJsonObject{{u"what"_s, resting.what}, {u"lines"_s, lines}});
    }
    return {{u"verdict"_s, verdictWord(verdict)},
            {u"exitCode"_s, exitCode()},
            {u"workspace"_s, workspace.text()},
            {u"room"_s, room.text()},
            {u"roomName"_s, roomName},
            {u"exporter"_s, exporter.text()},
            {u"exporterName"_s, exporterName},
            {u"exportedAt"_s, exportedAt},
            {u"anchoredLine"_s, anchoredLine},
            {u"files"_s, files},
            {u"counts"_s, FieldWriter::write(counts)},
            {u"problems"_s, problemsJson},
            {u"withheld"_s, arrayOf(withheld)},
            {u"absent"_s, arrayOf(absent)},
            {u"restsOnWord"_s, restingJson}};
}

QString Verification::toText() const
{
    QStringList out{answer(verdict)};
    for (const Problem &problem : problems)
        out << u"  ✗ "_s + place(problem) + u": "_s + problem.what;
    if (verdict == BundleVerdict::unreadable)
        return out.join(u'\n') + u'\n';
    out << translate("verify", "Room: %1").arg(shownPlainly(roomName.isEmpty() ? room.text() : roomName, 100))
        << translate("verify", "Workspace: %1").arg(shownPlainly(workspace.text(), 80))
        << translate("verify", "Signed by: %1").arg(shownPlainly(exporterName, 120))
        << translate("verify", "Facts: %1 counted, %2 waiting, %3 suspect; %4 messages; %5 withheld; %6 files")
               .arg(QString::number(counts.accepted), QString::number(counts.waiting), QString::number(counts.suspect),
                    QString::number(counts.plain), QString::number(counts.withheld), QString::number(files));
    for (const WithheldEntry &entry : withheld)
        out << translate("verify", "Withheld, line %1: %2")
                   .arg(QString::number(entry.line), shownPlainly(entry.reason, 200));
    for (const AbsentAttachment &each : absent)
        out << translate("verify", "Attachment %1 of line %2 was not there when this was exported")
                   .arg(each.sha256.hex(), QString::number(each.line));
    for (const Resting &resting : restsOnWord) {
        out << (resting.lines.isEmpty() ? resting.what
                                        : translate("verify", "%1: lines %2").arg(resting.what, ranges(resting.lines)));
    }
    return out.join(u'\n') + u'\n';
}

} // namespace wardroom::report
