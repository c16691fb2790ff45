// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/automation.h"
#include "session/documents.h"
#include "session/engine.h"
#include "session/governance.h"
#include "session/sameseen.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PolicyCalls", text);
}

QCoro::Task<Answer> showPolicy(Workspace &workspace, Call)
{
    const domain::Policy *policy = workspace.engine().book().workspace().policy();
    if (!policy)
        co_return Answer{
            no, QJsonValue(QJsonValue::Undefined), {}, tr("This workspace has no policy yet, so nothing runs.")};
    const QJsonObject json = session::policyJson(*policy);
    co_return Answer{yes, json, QString::fromUtf8(QJsonDocument(json).toJson()), {}};
}

QCoro::Task<Answer> proposePolicy(Workspace &workspace, Call call)
{
    QFile file(call.pathOf(call.word(0)));
    if (!file.open(QFile::ReadOnly))
        co_return Answer::wrongUsage(tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const domain::Policy *now = workspace.engine().book().workspace().policy();
    if (now && !now->isAdmin(workspace.me()))
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {}, tr("Only a policy admin can publish a policy.")};
    const Result<domain::Policy> wanted =
        session::policyFromText(workspace.engine(), file.read(1024 * 1024), call.word(0));
    if (!wanted)
        co_return Answer::failed(wanted.error());
    const Result<session::Proposed> done =
        co_await session::proposePolicy(workspace.engine(), *wanted, call.option(u"reason"_s));
    co_return done ? proposedAnswer(*done, tr("Policy %1 holds from now on.").arg(done->version))
                   : Answer::failed(done.error());
}

//! Signs for a plugin whose own tests passed: a new policy that names its hash.
QCoro::Task<Answer> vetPlugin(Workspace &workspace, Call call)
{
    const domain::Policy *now = workspace.engine().book().workspace().policy();
    const Sha256 hash = Sha256::fromHex(call.word(1));
    if (!now || hash.isNull())
        co_return Answer::wrongUsage(tr("There is no policy yet, or that is no hash."));
    QStringList admins;
    for (const domain::PersonId &admin : now->admins)
        admins.append(workspace.nameOf(admin));
    if (!now->isAdmin(workspace.me()))
        co_return Answer{no,
                         QJsonValue(QJsonValue::Undefined),
                         {},
                         tr("Only a policy admin can vet a plugin: %1.").arg(admins.join(u", "_s))};
    if (session::looksTheSame(call.word(2), workspace.nameOf(workspace.me())))
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {}, tr("Somebody else than the author has to vet it.")};
    domain::Policy policy = *now;
    policy.vetted.removeIf([&](const domain::Vetting &vetting) { return vetting.plugin == call.word(0); });
    policy.vetted.append({call.word(0), hash, workspace.me(), workspace.engine().clock().nowMs()});
    const QString reason = tr("Vetting %1").arg(call.word(0));
    const Result<session::Proposed> done = co_await session::proposePolicy(workspace.engine(), policy, reason);
    if (!done)
        co_return Answer::failed(done.error());
    Answer answer = proposedAnswer(*done, tr("%1 is vetted as it is now, %2.").arg(call.word(0), hash.brief()));
    QJsonObject json = answer.json.toObject();
    json.insert(u"plugin"_s, call.word(0));
    json.insert(u"hash"_s, hash.hex());
    answer.json = json;
    co_return answer;
}

QString dayOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd"_s);
}

//! Who signed for which plugin, to the byte.
QCoro::Task<Answer> listVettings(Workspace &workspace, Call)
{
    const domain::Policy *policy = workspace.engine().book().workspace().policy();
    QJsonArray json;
    QList<QStringList> rows;
    for (const domain::Vetting &each : policy ? policy->vetted : QList<domain::Vetting>()) {
        const QString who = workspace.nameOf(each.by);
        json.append(
            QJsonObject{{u"plugin"_s, each.plugin}, {u"hash"_s, each.hash.hex()}, {u"by"_s, who}, {u"at"_s, each.at}});
        rows.append({shownPlainly(each.plugin, 60), each.hash.brief(), shownPlainly(who, 60), dayOf(each.at)});
    }
    co_return Answer{yes, json, columns(rows), rows.isEmpty() ? tr("Nothing is vetted here.") : QString()};
}

QJsonObject standingJson(const session::CommandStanding &each)
{
    return {{u"command"_s, each.command},
            {u"plugin"_s, each.plugin},
            {u"risk"_s, domain::wordOf(each.risk)},
            {u"hash"_s, each.hash.hex()},
            {u"vetted"_s, each.vetted},
            {u"level"_s, each.level},
            {u"runsByItself"_s, each.runsByItself},
            {u"offered"_s, each.isOffered},
            {u"runs"_s, each.evidence.runs},
            {u"verified"_s, each.evidence.verified},
            {u"failed"_s, each.evidence.failed},
            {u"undone"_s, each.evidence.undone},
            {u"medianMs"_s, each.evidence.medianTook()},
            {u"earlierRuns"_s, each.earlierRuns},
            {u"changedAt"_s, each.changedAt},
            {u"note"_s, each.note}};
}

//! Each command's level, and the evidence for it.
QCoro::Task<Answer> levels(Workspace &workspace, Call)
{
    QJsonArray json;
    QList<QStringList> rows{{tr("command"), tr("level"), tr("runs"), tr("verified"), tr("failed"), tr("undone"),
                             tr("median"), tr("these files since"), QString()}};
    for (const session::CommandStanding &each : session::Automation(workspace.engine()).commands()) {
        json.append(standingJson(each));
        const domain::Evidence &evidence = each.evidence;
        rows.append({each.command, QString::number(each.level), QString::number(evidence.runs),
                     QString::number(evidence.verified), QString::number(evidence.failed),
                     QString::number(evidence.undone),
                     evidence.took.isEmpty() ? u"-"_s : tr("%1 ms").arg(evidence.medianTook()),
                     each.changedAt > 0 ? dayOf(each.changedAt) : u"-"_s,
                     each.isOffered ? tr("may be let run by itself") : shownPlainly(each.note, 200)});
    }
    co_return Answer{yes, json, columns(rows), {}};
}

QCoro::Task<Answer> setLevel(Workspace &workspace, Call call)
{
    bool isNumber = false;
    const qint64 level = call.word(1).toLongLong(&isNumber);
    const QString command = call.word(0) == u"all" ? QString() : call.word(0);
    const Result<domain::Policy> wanted =
        session::Automation(workspace.engine()).withLevel(command, isNumber ? level : -1);
    if (!wanted)
        co_return Answer::failed(wanted.error());
    const Result<session::Proposed> done =
        co_await session::proposePolicy(workspace.engine(), *wanted, call.option(u"reason"_s));
    co_return done ? proposedAnswer(*done, tr("Policy %1 holds from now on.").arg(done->version))
                   : Answer::failed(done.error());
}

} // namespace

Answer proposedAnswer(const session::Proposed &proposed, const QString &holds)
{
    QJsonObject json{{u"version"_s, proposed.version}, {u"holds"_s, proposed.holds}};
    json.insert(proposed.holds ? u"fact"_s : u"op"_s, proposed.holds ? proposed.fact.text() : proposed.op.text());
    const QString asked = QCoreApplication::translate(
        "PolicyCalls",
        "Asked for, %1. It holds once %2 of the other policy admins accepted it: wardroomctl approve %3");
    return {
        yes,
        json,
        (proposed.holds ? holds : asked.arg(proposed.op.text()).arg(proposed.needed).arg(proposed.op.text().first(8))) +
            u'\n',
        {}};
}

const QMap<QString, Carry> &policyCalls()
{
    static const QMap<QString, Carry> table{{u"policy show"_s, &showPolicy}, {u"policy propose"_s, &proposePolicy},
                                            {u"policy levels"_s, &levels},   {u"policy level"_s, &setLevel},
                                            {u"policy vet"_s, &vetPlugin},   {u"policy vettings"_s, &listVettings}};
    return table;
}

} // namespace wardroom::control
