// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/operationrunner.h"
#include "bot/runtime/runspool.h"
#include "domain/fold.h"
#include "support/fakeclock.h"

#include <QCoroTimer>
#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace wardroom::test {

using namespace Qt::StringLiterals;

//! One room with people, a policy and a practice host, folded by the real fold; several nodes may look at it.
class OperationWorld
{
public:
    const domain::RoomId room{u"incident-1"_s};
    const domain::RoomId itRoom{u"it"_s};
    const domain::NodeId ana{u"node-ana"_s}, ben{u"node-ben"_s};
    FakeClock clock;
    domain::IncidentState state;
    domain::WorkspaceState workspace;
    QList<std::pair<domain::NodeId, domain::Fact>> said; //!< in order, doubles by id left out
    QMap<QString, domain::NodeId> locks;
    QList<domain::PersonId> members{domain::PersonId(u"ben"_s), domain::PersonId(u"eva"_s)};
    std::function<void()> changed = [] {};
    QString hostRoot;

    OperationWorld()
    {
        for (const QString &name : {u"ana"_s, u"ben"_s, u"eva"_s}) {
            const domain::NodeId node(u"node-"_s + name);
            workspace.nodes.insert(node, {node, domain::PersonId(name), {}, {}, false, {}});
        }
    }

    void setPolicy(qint64 version, const QString &plugin, const Sha256 &hash)
    {
        domain::Policy policy;
        policy.version = version;
        policy.groups = {{u"IT"_s, itRoom}};
        policy.approvals = {{domain::Risk::change, u"IT"_s, 1}, {domain::Risk::disrupt, u"IT"_s, 2}};
        policy.vetted = {{plugin, hash, domain::PersonId(u"ben"_s), 1}};
        workspace.policies.insert(version, policy);
    }

    domain::Judgement fold(const domain::NodeId &node, const domain::Fact &fact, domain::OpId op,
                           domain::FactId id = domain::newFactId())
    {
        domain::ReadEntry read;
        read.envelope.emplace();
        read.envelope->id = id;
        read.envelope->op = op.isEmpty() ? id : op;
        read.envelope->policy = workspace.policies.isEmpty() ? 0 : workspace.policies.lastKey();
        read.envelope->node = node;
        read.fact = fact;
        read.hash = Sha256::of(id.text().toUtf8());
        const domain::Said by{id, workspace.personOf(node), node, clock.nowMs()};
        return domain::reduce(state, read, by, workspace);
    }

    const domain::OperationState &operation(const domain::OpId &op) const { return *state.operations.constFind(op); }
    domain::FactId approve(const domain::OpId &op, const QString &person)
    {
        const domain::FactId id = domain::newFactId();
        fold(domain::NodeId(u"node-"_s + person), domain::ApprovalGiven{operation(op).hash, {}, u"window"_s}, op, id);
        return id;
    }
    template <class Fact> int count() const
    {
        return int(std::count_if(said.begin(), said.end(),
                                 [](const auto &each) { return std::holds_alternative<Fact>(each.second); }));
    }
    int runs() const
    {
        QFile file(hostRoot + u"/ran"_s);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }
};

//! Dies at the n-th call of any port of one node, before or after the call did its work.
struct Crash
{
    int at = -1;
    bool after = false;
    int calls = 0;
    bool happened = false;
    bool isNow() { return calls++ == at || happened; }
};

//! The ports of one node on the world. The journal outlives the runner, as a file would.
class NodePorts final : public domain::Out,
                        public domain::Arbiter,
                        public domain::Journal,
                        public domain::Presence,
                        public bot::RunSpool
{
public:
    NodePorts(OperationWorld &world, domain::NodeId self) : w(world), m_self(std::move(self)) {}

    OperationWorld &w;
    std::shared_ptr<Crash> crash = std::make_shared<Crash>();
    QMap<domain::OpId, domain::RunStage> stages;
    QMap<domain::OpId, QByteArray> outputs; //!< on disk, as the journal is
    QList<domain::RunStage> written;
    QSet<domain::FactId> ids;
    QList<QByteArray> attachments;
    QStringList displayed;
    std::optional<domain::Claim> answer; //!< instead of the truth
    bool live = true;
    bool journalFails = false;
    bool membersFail = false;
    bool echoes = true; //!< what is said comes back
    std::function<bool(const domain::Fact &)> refuses = [](const auto &) {
        return false;
    }; //!< the outbox cannot be written
    std::function<void(const domain::Fact &)> beforeEcho = [](const auto &) {};
    std::function<void()> beforeMembers = [] {};
    std::function<void(domain::RunStage)> whileWriting = [](auto) {};

    void keepOutput(domain::OpId op, QByteArray output) override { outputs.insert(op, output); }
    QCoro::Task<Result<QByteArray>> keptOutput(domain::OpId op) override { co_return outputs.value(op); }
    void forgetOutput(domain::OpId op) override { outputs.remove(op); }

    bot::RunnerPorts ports() { return {this, this, this, this, &w.clock}; }

    QCoro::Task<Result<domain::FactId>> say(domain::Intent intent) override
    {
        if (refuses(intent.fact))
            co_return fail(ErrorKind::storage, u"disk full"_s);
        const bool dies = crash->isNow();
        if (!dies || (crash->after && !crash->happened))
            deliver(intent);
        if (dies)
            co_await die();
        co_return intent.id;
    }
    QCoro::Task<Result<void>> display(domain::RoomId, QString, QString text) override
    {
        displayed.append(text);
        co_return Result<void>();
    }
    QCoro::Task<Result<Sha256>> attach(QByteArray bytes) override
    {
        if (crash->isNow())
            co_await die();
        attachments.append(bytes);
        co_return Sha256::of(bytes);
    }
    QCoro::Task<domain::ClaimAnswer> claimOnce(QString name) override
    {
        const bool dies = crash->isNow();
        if (!answer && (!dies || (crash->after && !crash->happened)) && !w.locks.contains(name))
            w.locks.insert(name, m_self), m_fresh.insert(name);
        if (dies)
            co_await die();
        if (answer)
            co_return domain::ClaimAnswer{*answer, {}};
        const bool won = m_fresh.remove(name);
        co_return domain::ClaimAnswer{won ? domain::Claim::won : domain::Claim::lost, w.locks.value(name)};
    }
    QCoro::Task<Result<void>> write(domain::OpId op, domain::RunStage stage) override
    {
        const bool dies = crash->isNow();
        if (journalFails)
            co_return fail(ErrorKind::storage, u"disk full"_s);
        if (!dies || (crash->after && !crash->happened)) {
            stages.insert(op, stage);
            written.append(stage);
        }
        whileWriting(stage);
        if (dies)
            co_await die();
        co_return Result<void>();
    }
    QCoro::Task<Result<QMap<domain::OpId, domain::RunStage>>> open() override
    {
        if (journalFails)
            co_return fail(ErrorKind::corrupt, u"damaged"_s);
        QMap<domain::OpId, domain::RunStage> open;
        for (auto each = stages.begin(); each != stages.end(); ++each)
            if (each.value() != domain::RunStage::ended)
                open.insert(each.key(), each.value());
        co_return open;
    }
    bool isLive() const override { return live; }
    QCoro::Task<Result<QList<domain::PersonId>>> members(domain::RoomId room) override
    {
        if (crash->isNow())
            co_await die();
        beforeMembers();
        if (membersFail)
            co_return fail(ErrorKind::transient, u"offline"_s);
        co_return room == w.itRoom ? w.members : QList<domain::PersonId>();
    }
    //! Everything kept back comes.
    void catchUp()
    {
        const auto late = std::exchange(m_late, {});
        for (const auto &intent : late)
            w.fold(m_self, intent.fact, intent.op, intent.id);
        w.changed();
    }
    void restart()
    {
        m_fresh.clear();
        crash = std::make_shared<Crash>();
    }

private:
    void deliver(const domain::Intent &intent)
    {
        if (ids.contains(intent.id))
            return; // the outbox knows it
        ids.insert(intent.id);
        beforeEcho(intent.fact);
        w.said.append({m_self, intent.fact});
        if (!echoes) {
            m_late.append(intent);
            return;
        }
        w.fold(m_self, intent.fact, intent.op, intent.id);
        w.changed();
    }
    QCoro::Task<> die()
    {
        const auto mine = crash;
        mine->happened = true;
        co_await QCoro::sleepFor(std::chrono::hours(24)); // as gone as after a power cut
    }

    domain::NodeId m_self;
    QSet<QString> m_fresh;
    QList<domain::Intent> m_late;
};

//! A plugin folder with a real script, and the practice host it changes.
class DemoPlugin
{
public:
    DemoPlugin()
    {
        folder = bot::Sandbox::makeStagingFolder().value_or(QString());
        hostRoot = bot::Sandbox::makeStagingFolder().value_or(QString());
        write(script());
        load();
    }
    ~DemoPlugin()
    {
        QDir(folder).removeRecursively();
        QDir(hostRoot).removeRecursively();
    }
    void write(const QByteArray &content)
    {
        QFile file(folder + u"/demo.sh"_s);
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(content);
        file.setPermissions(QFile::Permissions(0x7755));
    }
    void load()
    {
        bot::Plugin plugin;
        plugin.folder = folder;
        plugin.name = u"demo"_s;
        plugin.hash = bot::hashFolder(folder).value_or(Sha256());
        plugin.commands = {command(u"demo.change"_s, domain::Risk::change),
                           command(u"demo.disrupt"_s, domain::Risk::disrupt),
                           command(u"demo.look"_s, domain::Risk::read)};
        catalogue = bot::Catalogue::of({plugin});
        hash = plugin.hash;
    }
    static bot::Command command(const QString &id, domain::Risk risk)
    {
        const auto step = [](const QString &name) {
            return bot::Step{bot::StepKind::script, {u"demo.sh"_s, name}, {}, {}};
        };
        bot::Command command;
        command.id = id;
        command.risk = risk;
        command.hostAccess = bot::HostAccess::write;
        command.arguments = {{u"host"_s, bot::ArgumentType::host, true, {}, {}, {}}};
        command.rehearse = step(u"rehearse"_s);
        command.run = step(u"run"_s);
        command.verify = step(u"verify"_s);
        command.undo = step(u"undo"_s);
        command.verifyUndo = step(u"verify_undo"_s);
        command.limits = {10, 256, 32, 256};
        return command;
    }

    static QByteArray script()
    {
        QFile file(QStringLiteral(WARDROOM_SOURCE_DIR "/tests/bot/demo.sh"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString folder;
    QString hostRoot;
    Sha256 hash;
    bot::Catalogue catalogue;
};

} // namespace wardroom::test
