// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbookreader.h"
#include "localcalls.h"
#include "session/resources.h"

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PlaybookFiles", text);
}

} // namespace

QCoro::Task<Answer> checkPlaybook(Call call)
{
    const Result<QByteArray> bytes = readInput(call, call.word(0), 256 * 1024);
    if (!bytes)
        co_return Answer::failed(bytes.error());
    const auto playbook = bot::readPlaybook(*bytes, call.word(0));
    const QList<bot::ManifestProblem> problems =
        playbook
            ? bot::checkPlaybook(*playbook, call.word(0), bot::Catalogue::load(session::pluginRoots(profileOf(call))))
            : playbook.error();
    QJsonArray json;
    QString text;
    for (const bot::ManifestProblem &problem : problems) {
        json.append(QJsonObject{{u"file"_s, problem.file}, {u"line"_s, problem.line}, {u"message"_s, problem.message}});
        text += u"%1:%2: %3\n"_s.arg(problem.file).arg(problem.line).arg(problem.message);
    }
    QJsonObject answer{{u"problems"_s, json}};
    if (playbook) {
        answer.insert(u"playbook"_s, playbook->name);
        answer.insert(u"version"_s, playbook->version);
        answer.insert(u"hash"_s, playbook->hash.hex());
        if (problems.isEmpty())
            text = tr("%1 %2 is well-formed, %3 steps; its hash is %4")
                       .arg(playbook->name, playbook->version, QString::number(playbook->steps.size()),
                            playbook->hash.hex()) +
                   u'\n';
    }
    co_return Answer{problems.isEmpty() ? control::yes : control::no, answer, text, {}};
}

} // namespace wardroom::ctl
