// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "localcalls.h"
#include "report/verify/replay.h"
#include "report/verify/verifier.h"

#include <QFile>
#include <QJsonDocument>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestFacts = 1024LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Bundles", text);
}

} // namespace

Result<QByteArray> readInput(const Call &call, const QString &name, qint64 longest)
{
    QFile file(name == u"-" ? QString() : call.pathOf(name));
    const bool opened = name == u"-" ? file.open(stdin, QFile::ReadOnly) : file.open(QFile::ReadOnly);
    if (!opened)
        return fail(ErrorKind::invalid, tr("%1 cannot be read: %2").arg(name, file.errorString()));
    QByteArray bytes;
    while (bytes.size() <= longest) {
        const QByteArray more = file.read(1024 * 1024);
        if (more.isEmpty())
            return bytes;
        bytes += more;
    }
    return fail(ErrorKind::tooLarge, tr("%1 is too large to be read at once.").arg(name));
}

QCoro::Task<Answer> replay(Call call)
{
    const Result<QByteArray> facts = readInput(call, call.word(0), kLongestFacts);
    if (!facts)
        co_return Answer::failed(facts.error());
    const Result<QByteArray> state = report::replay(*facts);
    if (!state)
        co_return Answer::wrongUsage(state.error().message);
    co_return Answer{control::yes, QJsonDocument::fromJson(*state).object(), QString::fromUtf8(*state) + u'\n', {}};
}

QCoro::Task<Answer> verify(Call call)
{
    const report::Verification found = report::verifyBundle(call.pathOf(call.word(0)), call.option(u"trust"_s));
    co_return Answer{found.exitCode(), found.toJson(), found.toText() + u'\n', {}};
}

} // namespace wardroom::ctl
