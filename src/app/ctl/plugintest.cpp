// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugintest.h"

#include "bot/runtime/httpstep.h"
#include "sshtesthost.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <unistd.h>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PluginTest", text);
}

//! What the fixture says the record knows.
class FixtureRecord final : public domain::Record
{
public:
    FixtureRecord(const QJsonArray &lines, QJsonObject room) : m_room(std::move(room))
    {
        for (const QJsonValue &line : lines)
            m_known.append({line.toObject().value(u"at"_s).toInteger(), line.toObject().value(u"text"_s).toString()});
    }
    QCoro::Task<QList<domain::Known>> knownOf(QString) override
    {
        // The runner asks once for each thing that is named; the fixture speaks of all of them.
        co_return std::exchange(m_known, {});
    }

    QCoro::Task<QJsonObject> roomNow(domain::RoomId) override { co_return m_room; }

private:
    QList<domain::Known> m_known;
    QJsonObject m_room;
};

//! What the fixture's "secrets" say, or something made up: nobody's own are used for a test. Keys of hosts are \a
//! keys'.
class FixtureSecrets final : public domain::Secrets
{
public:
    FixtureSecrets(const QString &plugin, QJsonObject values, domain::Secrets *keys)
        : m_place(u"plugin.%1."_s.arg(plugin))
        , m_values(std::move(values))
        , m_keys(keys)
    {}
    QCoro::Task<Result<QByteArray>> read(QString name) override
    {
        if (name.startsWith(m_place)) {
            const QString own = name.sliced(m_place.size());
            co_return m_values.value(own).toString(u"made-up-for-a-test-"_s + own).toUtf8();
        }
        if (!m_keys)
            co_return fail(ErrorKind::notFound, tr("A test has no key of a host."));
        co_return co_await m_keys->read(name);
    }
    QCoro::Task<Result<void>> write(QString, QByteArray) override { co_return notHere(); }
    QCoro::Task<Result<void>> remove(QString) override { co_return notHere(); }

private:
    static Result<void> notHere() { return fail(ErrorKind::unsupported, tr("A test changes no secret.")); }

    QString m_place;
    QJsonObject m_values;
    domain::Secrets *m_keys;
};

//! The time the fixture says it is, so that its logs keep their age; the real one where it says none.
class FixtureClock final : public Clock
{
public:
    explicit FixtureClock(qint64 now) : m_now(now) {}
    qint64 nowMs() const override { return m_now > 0 ? m_now : m_real.nowMs(); }

private:
    qint64 m_now;
    SystemClock m_real;
};

//! A copy of the fixture that the sandbox's user may read and write; gone with this.
class FixtureRoot
{
public:
    static Result<std::unique_ptr<FixtureRoot>> of(const QString &source)
    {
        const Result<QString> folder = bot::Sandbox::makeStagingFolder();
        if (!folder)
            return tl::unexpected(folder.error());
        std::unique_ptr<FixtureRoot> root(new FixtureRoot(*folder));
        QDir().mkpath(root->path());
        QDirIterator each(source, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        root->own(root->path());
        while (each.hasNext()) {
            const QString from = each.next();
            const QString to = root->path() + from.sliced(source.size());
            const bool done = each.fileInfo().isDir() ? QDir().mkpath(to) : QFile::copy(from, to);
            if (!done)
                return fail(ErrorKind::storage, tr("The fixture %1 cannot be copied.").arg(source));
            root->own(to);
        }
        return root;
    }
    ~FixtureRoot() { QDir(m_folder).removeRecursively(); }
    FixtureRoot(const FixtureRoot &) = delete;
    FixtureRoot &operator=(const FixtureRoot &) = delete;
    QString path() const { return m_folder + u"/root"_s; }

private:
    explicit FixtureRoot(QString folder) : m_folder(std::move(folder)) {}
    void own(const QString &path) const
    {
        const auto user = uid_t(bot::Sandbox::jobUser());
        if (getuid() == 0 && lchown(QFile::encodeName(path).constData(), user, user) != 0)
            qWarning("a fixture's file keeps its owner");
    }
    QString m_folder;
};

QJsonObject requestOf(const QString &fixture)
{
    QFile file(fixture + u"/request.json"_s);
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

//! A call without a script is tested against an answer that the fixture holds: nobody is asked.
Result<bot::StepResult> answeredBy(const QString &fixture, const bot::Command &command, const bot::HttpCall &call,
                                   const bot::StepRequest &request, const std::function<void(bot::OutputLine)> &line)
{
    QFile file(fixture + u"/answer.json"_s);
    const QJsonObject said =
        file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    if (said.isEmpty())
        return fail(ErrorKind::invalid,
                    tr("it is an HTTP call, and its fixture has no answer to test it with; write %1 like "
                       "{\"status\": 200, \"body\": {…}}")
                        .arg(file.fileName()));
    const Result<bot::PreparedCall> ready = bot::prepared(call, request.args);
    if (!ready)
        return tl::unexpected(ready.error());
    bot::HttpAnswer answer;
    answer.status = said.value(u"status"_s).toInt(200);
    const QJsonValue body = said.value(u"body"_s);
    answer.body = body.isString()  ? body.toString().toUtf8()
                  : body.isArray() ? QJsonDocument(body.toArray()).toJson()
                                   : QJsonDocument(body.toObject()).toJson();
    return bot::resultOfAnswer(command, call, request, *ready, answer, line);
}

const bot::Step &stepOf(const bot::Command &command, const QString &name)
{
    return name == u"rehearse"      ? command.rehearse
           : name == u"verify"      ? command.verify
           : name == u"undo"        ? command.undo
           : name == u"verify_undo" ? command.verifyUndo
                                    : command.run;
}

QString problemOf(const bot::PluginTest &test, const bot::StepResult &result, const QString &lines)
{
    const int wanted = test.expect.value(u"exit"_s).toInt(0);
    if (result.exitCode != wanted)
        return tr("it ended with %1 instead of %2: %3").arg(result.exitCode).arg(wanted).arg(result.summary);
    if (wanted == 0 && !result.ok())
        return result.summary;
    const QString verdict = test.expect.value(u"verdict"_s).toString();
    if (!verdict.isEmpty() && result.data.value(u"verdict"_s).toString() != verdict)
        return tr("the verdict is %1 instead of %2").arg(result.data.value(u"verdict"_s).toString(), verdict);
    const QJsonValue contains = test.expect.value(u"contains"_s);
    const QJsonArray words = contains.isArray() ? contains.toArray() : QJsonArray{contains};
    for (const QJsonValue &word : words)
        if (!lines.contains(word.toString()))
            return tr("its output does not contain “%1”").arg(word.toString());
    return {};
}

QCoro::Task<TestVerdict> runTest(const bot::Catalogue &catalogue, bot::Plugin plugin, bot::Command command,
                                 bot::PluginTest test, SshTestHost *ssh)
{
    TestVerdict verdict{command.id, test.name, false, {}, {}};
    const QString fixture = plugin.folder + u'/' + test.fixture;
    const QJsonObject more = test.fixture.isEmpty() ? QJsonObject() : requestOf(fixture);
    bot::StepRequest request;
    request.command = command.id;
    request.step = test.step.isEmpty() ? u"run"_s : test.step;
    request.args = test.args;
    request.rehearsal = more.value(u"rehearsal"_s).toObject();
    request.run = more.value(u"run"_s).toObject();
    std::unique_ptr<FixtureRoot> root;
    if (QDir(fixture + u"/root"_s).exists() && !test.fixture.isEmpty()) {
        Result<std::unique_ptr<FixtureRoot>> made = FixtureRoot::of(fixture + u"/root"_s);
        if (!made) {
            verdict.problem = made.error().message;
            co_return verdict;
        }
        root = std::move(*made);
        request.host.name = test.args.value(u"host"_s).toString(u"practice-01"_s);
        request.host.reach = u"practice"_s;
        request.host.root = root->path();
        const Result<domain::Host> served =
            ssh ? ssh->serve(request.host.name, root->path(), plugin.hash) : request.host;
        if (!served) {
            verdict.problem = served.error().message;
            co_return verdict;
        }
        request.host = *served;
    }
    const FixtureClock clock(more.value(u"now"_s).toInteger());
    FixtureRecord record(more.value(u"record"_s).toArray(), more.value(u"room"_s).toObject());
    bot::StepRunner runner(catalogue, {}, &record, clock);
    FixtureSecrets secrets(plugin.name, more.value(u"secrets"_s).toObject(), ssh ? &ssh->secrets() : nullptr);
    runner.setSecrets(&secrets, {});
    QString lines;
    const std::function<void(bot::OutputLine)> take = [&lines](const bot::OutputLine &line) {
        lines += QString::fromUtf8(QJsonDocument(line.json).toJson(QJsonDocument::Compact)) + u'\n';
    };
    const bot::Step &step = stepOf(command, request.step);
    Result<bot::StepResult> result = fail(ErrorKind::invalid, {});
    if (step.kind == bot::StepKind::http)
        result = answeredBy(fixture, command, *step.http, request, take);
    else
        result = co_await runner.run(request, take);
    verdict.problem = result ? problemOf(test, *result, lines) : result.error().message;
    verdict.passed = verdict.problem.isEmpty();
    verdict.output = lines;
    co_return verdict;
}

bool asksHost(const bot::Plugin &plugin, const bot::Command &command, const bot::PluginTest &test)
{
    return !test.fixture.isEmpty() && command.hostAccess != bot::HostAccess::none && !command.netfilter &&
           QDir(plugin.folder + u'/' + test.fixture + u"/root"_s).exists();
}

} // namespace

QCoro::Task<QList<TestVerdict>> runTests(bot::Plugin plugin, SshTestHost *ssh)
{
    const bot::Catalogue catalogue = bot::Catalogue::of({plugin});
    QList<TestVerdict> verdicts;
    for (const bot::Command &command : std::as_const(plugin.commands))
        for (const bot::PluginTest &test : command.tests)
            if (!ssh || asksHost(plugin, command, test))
                verdicts.append(co_await runTest(catalogue, plugin, command, test, ssh));
    co_return verdicts;
}

} // namespace wardroom::ctl
