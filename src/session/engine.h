// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"
#include "bot/language/understand.h"
#include "bot/runtime/operationrunner.h"
#include "session/inbox.h"
#include "session/liveplugins.h"
#include "session/profile.h"
#include "session/sender.h"

namespace wardroom::session {

class Anchors;
class Commands;
class Escalation;
class EnginePorts;
class Files;
class Imports;
class Governance;
class LockSweeper;
class Phones;
class PlaybookKeeper;
class RecordKeeper;

//! Everything one workspace runs on, made by whoever wires a program.
struct EngineParts
{
    WorkspaceEntry entry;
    SigningKey key;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<chat::ChatPlatform> platform;
    bot::Catalogue catalogue;
    QList<connectors::SecurityTool *> tools; //!< outlive the engine
    const Clock *clock = nullptr;
    QString language = QStringLiteral("en");
    bool practisesOnly = false;         //!< a drill's workspace: only practice hosts are ever reached
    domain::Secrets *secrets = nullptr; //!< where commands' own keys and secrets are; outlives the engine
    QStringList playbookFolders = {};   //!< where this machine's playbooks are
    QString filesFolder = {};           //!< where fetched files are kept for a while; empty: nowhere
};

//! The same engine below a window, a daemon and a shell: wires In, Out and Run, and holds nothing of its own besides.
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(EngineParts parts);
    ~Engine() override;

    //! Loads what the store knows, goes live, and answers when the first catch-up is done; without the server, once
    //! what is known can be shown: isReady() comes later then, by itself. ErrorKind::timeout: nothing is known either.
    QCoro::Task<Result<void>> start();
    void stop();
    //! The plugins' files have changed: what is asked for next is the new one.
    void takePlugins(const bot::Catalogue &catalogue, const QList<PluginChange> &changes);
    //! Asks the platform which rooms there are.
    QCoro::Task<Result<void>> refreshRooms();

    const WorkspaceEntry &entry() const { return m_parts.entry; }
    domain::PersonId me() const { return m_parts.entry.person; }
    const SigningKey &key() const { return m_parts.key; }
    const Clock &clock() const { return *m_parts.clock; }
    QString language() const { return m_parts.language; }
    //! This workspace was made for drills: nothing but practice hosts is reached from it, now and later.
    bool practisesOnly() const { return m_parts.practisesOnly; }
    const bot::Catalogue &catalogue() const { return m_parts.catalogue; }
    bot::Vocabulary vocabulary() const;
    const QList<connectors::SecurityTool *> &tools() const { return m_parts.tools; }
    store::Store &store() { return *m_parts.store; }
    chat::ChatPlatform &platform() { return *m_parts.platform; }
    const RoomBook &book() const { return m_book; }
    Sender &sender() { return m_sender; }
    Commands &commands() { return *m_commands; }
    Imports &imports() { return *m_imports; }
    PlaybookKeeper &playbooks() const { return *m_playbooks; }
    domain::Record &record();
    domain::Custody &custody();
    domain::Arbiter &arbiter();
    LockSweeper &locks() { return *m_locks; }
    Files &files() const { return *m_files; }
    //! The newest time that the chat server has put on anything this node was shown, ms: it is that late at least.
    qint64 serverTime() const { return m_serverTime; }
    //! The last members read of a room; for showing only, never for deciding.
    QList<domain::PersonId> lastMembers(const RoomId &room) const { return m_members.value(room); }
    qint64 syncedAt() const { return m_syncedAt; }
    //! The first catch-up is done; before it, what is known is shown and nothing is decided.
    bool isReady() const { return m_ready; }
    //! Something of \a op is under way on this node: running it, or reading back what it did.
    bool isAtWork(const domain::OpId &op) const { return m_runner->isAtWork(op); }

Q_SIGNALS:
    void entriesStored(const QList<wardroom::store::StoredEntry> &entries);
    void roomFolded(const wardroom::domain::RoomId &room);
    void workspaceFolded();
    void becameReady();
    void roomsChanged();
    void membersChanged(const wardroom::domain::RoomId &room);
    void outboxChanged(const wardroom::domain::RoomId &room);
    void linkChanged(wardroom::chat::LinkState state);
    //! Output of an operation that runs on this node, as it comes.
    void progressed(const wardroom::domain::OpId &op, const wardroom::bot::OutputLine &line);
    void troubled(const QString &sentence);
    //! A sentence for each plugin that was read anew; \a bad: somebody has to do something about it.
    void pluginsChanged(const QStringList &sentences, bool bad);

private:
    void connectParts();
    void onFolded(const QSet<RoomId> &rooms);
    void considerAll();
    void noteServerTime(qint64 ms);
    QCoro::Task<Result<void>> catchUp();
    QCoro::Task<bool> recallRooms();
    QCoro::Task<void> readMembers(RoomId room);

    EngineParts m_parts;
    RoomBook m_book;
    Sender m_sender;
    Inbox m_inbox;
    std::unique_ptr<EnginePorts> m_ports;
    std::unique_ptr<bot::StepRunner> m_steps;
    std::unique_ptr<bot::OperationRunner> m_runner;
    std::unique_ptr<Commands> m_commands;
    std::unique_ptr<Escalation> m_escalation;
    std::unique_ptr<Anchors> m_anchors;
    std::unique_ptr<Imports> m_imports;
    std::unique_ptr<Phones> m_phones;
    std::unique_ptr<Governance> m_governance;
    std::unique_ptr<RecordKeeper> m_keeper;
    std::unique_ptr<PlaybookKeeper> m_playbooks;
    std::unique_ptr<LockSweeper> m_locks;
    std::unique_ptr<Files> m_files;
    QHash<RoomId, QList<domain::PersonId>> m_members;
    qint64 m_syncedAt = 0;
    qint64 m_serverTime = 0;
    bool m_ready = false;
};

} // namespace wardroom::session
