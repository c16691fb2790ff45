// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "bot/sandbox/sandbox.h"
#include "control/calls.h"
#include "control/controlclient.h"
#include "localcalls.h"
#include "secrets/keychainsecrets.h"
#include "session/desk.h"
#include "session/keyring.h"
#include "session/matrixplace.h"
#include "session/resources.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLittle = 512LL * 1024 * 1024; //!< bytes of free disk
constexpr int kLongestRun = 15 * 60'000;        //!< ms
constexpr qint64 kEarliest = 1'767'225'600'000; //!< 2026-01-01: a clock before it is wrong

QString tr(const char *text)
{
    return QCoreApplication::translate("Doctor", text);
}

struct Finding
{
    QString what;
    bool good = true;
    QString sentence;
};

QCoro::Task<Finding> keychain(session::Profile &profile)
{
    const QString place = session::secretsPlace(profile);
    if (place == u"file")
        co_return {u"keychain"_s, true,
                   tr("This profile's keys are in a file that is encrypted with a passphrase. Nothing to do.")};
    secrets::KeychainSecrets keychain(u"wardroom-doctor"_s);
    const QString missing = co_await keychain.whatIsMissing();
    if (missing.isEmpty())
        co_return {u"keychain"_s, true, tr("Keys can be kept in the keychain. Nothing to do.")};
    if (qEnvironmentVariableIsSet("WARDROOM_PASSPHRASE_FILE"))
        co_return {u"keychain"_s, true,
                   tr("Keys will be kept in a file, encrypted with the passphrase in WARDROOM_PASSPHRASE_FILE. Nothing "
                      "to do.")};
    co_return {
        u"keychain"_s, false,
        missing + u' ' +
            tr("Or put a passphrase into a file that only you can read and set WARDROOM_PASSPHRASE_FILE to its path.")};
}

Finding sandbox()
{
    const QString missing = bot::Sandbox::whatIsMissing();
    return {u"sandbox"_s, missing.isEmpty(),
            missing.isEmpty() ? tr("Commands can run confined. Nothing to do.") : missing};
}

Finding clockFinding()
{
    const bool good = SystemClock().nowMs() > kEarliest && !QFile::exists(u"/run/systemd/timesync/unsynchronized"_s);
    return {
        u"clock"_s, good,
        good
            ? tr("%1. If that is wrong, set the clock: approvals expire by it.")
                  .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate))
            : tr("This machine's clock is wrong. Set it, or switch time synchronisation on: timedatectl set-ntp true")};
}

Finding disk(const session::Profile &profile)
{
    const QStorageInfo storage(profile.folder());
    const QString free = QLocale::c().formattedDataSize(storage.bytesAvailable());
    if (!storage.isValid() || storage.isReadOnly())
        return {u"disk"_s, false,
                tr("%1 cannot be written to. Choose another folder with --profile.").arg(profile.folder())};
    if (storage.bytesAvailable() < kLittle)
        return {u"disk"_s, false,
                tr("Only %1 are free in %2. Make room: what cannot be written is not recorded.")
                    .arg(free, profile.folder())};
    return {u"disk"_s, true, tr("%1 free in %2. Nothing to do.").arg(free, profile.folder())};
}

QCoro::Task<Finding> database(session::Profile &profile, session::WorkspaceEntry entry)
{
    const QString what = u"database "_s + entry.name;
    const QString path = profile.databasePath(entry.name);
    if (!QFile::exists(path))
        co_return {what, true, tr("It will be made when the workspace is opened. Nothing to do.")};
    store::StoreOptions options;
    options.path = path;
    Result<std::unique_ptr<store::Store>> store = store::Store::open(options);
    if (!store)
        co_return {what, false, store.error().message};
    const Result<store::CustodyHead> head = co_await (*store)->verifyCustody();
    if (!head)
        co_return {what, false,
                   head.error().message + u' ' +
                       tr("Keep the file %1 and ask for help before using it again.").arg(path)};
    co_return {what, true, tr("%1 lines of custody, chain intact. Nothing to do.").arg(head->count)};
}

Finding folderConnection(const session::WorkspaceEntry &entry)
{
    const QFileInfo log(entry.folder + u"/log.db"_s);
    const QString what = u"connection "_s + entry.name;
    if (!log.exists())
        return {what, false, tr("There is no workspace in %1. Is the disk there that it is on?").arg(entry.folder)};
    if (!log.isWritable())
        return {what, false, tr("%1 cannot be written to. It has to belong to you.").arg(log.filePath())};
    return {what, true, tr("%1 can be reached. Nothing to do.").arg(entry.folder)};
}

QCoro::Task<Finding> connection(session::WorkspaceEntry entry)
{
    if (entry.homeserver.isEmpty())
        co_return folderConnection(entry);
    const QString what = u"connection "_s + entry.name;
    const Result<void> reached = co_await session::reachServer(entry);
    if (!reached)
        co_return Finding{what, false, reached.error().message};
    co_return Finding{what, true, tr("%1 can be reached. Nothing to do.").arg(entry.homeserver)};
}

Finding settingFinding(const session::WorkspaceEntry &entry, const QJsonObject &checked, const QString &text)
{
    const QJsonArray advice = checked.value("advice"_L1).toArray();
    QStringList sentences;
    for (const QJsonValue &each : advice)
        sentences.append(each.toString());
    return {u"setting "_s + entry.name, advice.isEmpty(), advice.isEmpty() ? text.trimmed() : sentences.join(u' ')};
}

//! Groups that anybody gets into, a server without locks: only an open workspace knows. Asked of the program that runs,
//! or looked at by itself, where its keys can be had without asking anybody.
QCoro::Task<Finding> setting(QString folder, session::WorkspaceEntry entry, bool isRunning)
{
    const QString what = u"setting "_s + entry.name;
    if (isRunning) {
        control::ControlClient client(folder);
        const QStringList words{u"--workspace"_s, entry.name, u"workspace"_s, u"check"_s};
        const Result<Answer> answer = co_await client.ask(words, {});
        const bool isOther = answer && !answer->json.isObject(); // it has another workspace open
        if (!answer || isOther)
            co_return Finding{
                what, isOther,
                answer ? tr("Not looked at: the program that runs on this profile has another workspace open.")
                       : answer.error().message};
        co_return settingFinding(entry, answer->json.toObject(), answer->text);
    }
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(folder);
    if (!profile)
        co_return Finding{what, false, profile.error().message};
    session::Desk desk(std::move(*profile));
    const session::PassphraseAsker nobody;
    Result<void> opened = co_await desk.unlock(nobody);
    if (!opened)
        co_return Finding{what, true,
                          tr("Not looked at, because this profile's keys are locked: %1").arg(opened.error().message)};
    opened = co_await desk.open(entry.name);
    if (!opened)
        co_return Finding{what, false, opened.error().message};
    Call call;
    call.path = u"workspace check"_s;
    const Answer answer = co_await control::carryOut(*desk.workspace(), call);
    co_await desk.settle(kLongestRun); // what this node was asked to do before is not left in the middle
    co_return settingFinding(entry, answer.json.toObject(), answer.text);
}

Finding plugins(const session::Profile &profile)
{
    const bot::Catalogue catalogue = bot::Catalogue::load(session::pluginRoots(profile.folder()));
    if (!catalogue.problems().isEmpty()) {
        const bot::ManifestProblem &first = catalogue.problems().first();
        return {u"plugins"_s, false, u"%1:%2: %3"_s.arg(first.file).arg(std::max(1, first.line)).arg(first.message)};
    }
    if (catalogue.isEmpty())
        return {u"plugins"_s, false,
                tr("There are no commands in %1. Set WARDROOM_RESOURCES to where Wardroom's files are.")
                    .arg(session::resourceFolder())};
    return {u"plugins"_s, true, tr("%1 commands. Nothing to do.").arg(catalogue.commandIds().size())};
}

} // namespace

QCoro::Task<Answer> doctor(Call call)
{
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call));
    const bool isRunning = !profile && profile.error().kind == ErrorKind::conflict;
    if (isRunning)
        profile = session::Profile::open(profileOf(call), false);
    if (!profile)
        co_return Answer::failed(profile.error());
    QList<Finding> findings;
    findings.append(co_await keychain(**profile));
    findings << sandbox() << clockFinding() << disk(**profile) << plugins(**profile);
    const QList<session::WorkspaceEntry> entries = (*profile)->workspaces();
    QSet<QString> reachable;
    for (const session::WorkspaceEntry &entry : entries) {
        if (isRunning)
            findings.append(Finding{u"database "_s + entry.name, true,
                                    tr("In use by the program that runs on this profile. Nothing to do.")});
        else
            findings.append(co_await database(**profile, entry));
        const Finding reached = co_await connection(entry);
        findings.append(reached);
        if (reached.good)
            reachable.insert(entry.name);
    }
    const QString folder = (*profile)->folder();
    profile = fail(ErrorKind::cancelled, {}); // its lock is needed below
    for (const session::WorkspaceEntry &entry : entries)
        if (reachable.contains(entry.name) && (isRunning || !entry.homeserver.isEmpty()))
            findings.append(co_await setting(folder, entry, isRunning));
    QJsonArray json;
    QList<QStringList> rows;
    bool good = true;
    for (const Finding &finding : std::as_const(findings)) {
        good = good && finding.good;
        json.append(
            QJsonObject{{u"check"_s, finding.what}, {u"ok"_s, finding.good}, {u"sentence"_s, finding.sentence}});
        rows.append({finding.good ? tr("good") : tr("NOT GOOD"), finding.what, finding.sentence});
    }
    co_return Answer{good ? control::yes : control::no, json, control::columns(rows), {}};
}

} // namespace wardroom::ctl
