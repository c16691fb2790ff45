// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspaces.h"

#include "chat/local/localplatform.h"
#include "domain/invitation.h"
#include "session/founding.h"
#include "session/nodekeys.h"
#include "session/resources.h"

#include <QDir>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kWeek = 7LL * 24 * 3600 * 1000;
constexpr auto kPractice = "/practice"_L1; //!< the file that makes a workspace one for drills

bool isForPractice(const WorkspaceEntry &entry)
{
    return !entry.folder.isEmpty() && QFileInfo::exists(entry.folder + kPractice);
}

Result<void> markForPractice(const WorkspaceEntry &entry)
{
    QFile mark(entry.folder + kPractice);
    if (!mark.open(QFile::WriteOnly) ||
        mark.write("Made for drills: from here only practice hosts are reached.\n") <= 0 || !mark.flush())
        return fail(ErrorKind::storage,
                    Workspaces::tr("The workspace for the drill could not be made: %1").arg(mark.errorString()));
    return {};
}

} // namespace

Workspaces::Workspaces(Environment environment)
    : m_environment(environment)
    , m_plugins(environment.catalogue, environment.profile->folder() + u"/plugins"_s)
    , m_matrix(std::move(environment))
{}

QCoro::Task<Result<WorkspaceEntry>> Workspaces::make(QString name, QString folder, bool practice)
{
    const QPointer<Workspaces> self(this);
    Profile &profile = *m_environment.profile;
    if (name.trimmed().isEmpty())
        co_return fail(ErrorKind::invalid, tr("Give the workspace a name."));
    if (profile.workspace(name))
        co_return fail(ErrorKind::conflict, tr("This profile has a workspace named %1 already.").arg(name));
    WorkspaceEntry entry;
    entry.name = name.trimmed();
    entry.platform = u"local"_s;
    entry.folder = QDir(folder.isEmpty() ? profile.folder() + u"/workspaces/"_s + entry.name : folder).absolutePath();
    entry.node = domain::NodeId(u"n-"_s + randomHex(8));
    const Result<SigningKey> key = co_await newNodeKey(*m_environment.secrets, entry.node);
    if (!self || !key)
        co_return self ? tl::unexpected(key.error()) : fail(ErrorKind::cancelled, {});
    entry.trust = key->publicKey().fingerprint();
    entry.person = domain::PersonId(u"p-"_s + entry.trust.first(16));
    QDir().mkpath(QFileInfo(entry.folder).absolutePath());
    const Result<void> made = chat::LocalPlatform::createWorkspace(entry.folder, domain::WorkspaceId(entry.trust),
                                                                   entry.name, entry.person, *m_environment.clock);
    if (!made)
        co_return tl::unexpected(made.error());
    // Before anything knows of the workspace, so that there is no moment in which it is a usual one.
    if (const Result<void> marked = practice ? markForPractice(entry) : Result<void>(); !marked)
        co_return tl::unexpected(marked.error());
    const Result<void> kept = profile.addWorkspace(entry);
    co_return kept ? Result<WorkspaceEntry>(entry) : tl::unexpected(kept.error());
}

QCoro::Task<Result<WorkspaceEntry>> Workspaces::found(QString name, QString folder)
{
    return make(std::move(name), std::move(folder), false);
}

QCoro::Task<Result<WorkspaceEntry>> Workspaces::foundForPractice(QString name)
{
    return make(std::move(name), {}, true);
}

QCoro::Task<Result<WorkspaceEntry>> Workspaces::join(QString text)
{
    const QPointer<Workspaces> self(this);
    const Result<domain::Invitation> invitation = domain::Invitation::fromText(text);
    if (!invitation)
        co_return tl::unexpected(invitation.error());
    if (MatrixAddress::fromText(invitation->place))
        co_return fail(
            ErrorKind::auth,
            tr("This workspace is on a Matrix server: say also who you are there (--user, --password-stdin)."));
    WorkspaceEntry entry;
    entry.name = invitation->name;
    entry.platform = u"local"_s;
    entry.folder = invitation->place;
    entry.trust = invitation->workspace.text();
    entry.node = domain::NodeId(u"n-"_s + randomHex(8));
    if (m_environment.profile->workspace(entry.name))
        co_return fail(ErrorKind::conflict, tr("This profile has a workspace named %1 already.").arg(entry.name));
    const Result<SigningKey> key = co_await newNodeKey(*m_environment.secrets, entry.node);
    if (!self || !key)
        co_return self ? tl::unexpected(key.error()) : fail(ErrorKind::cancelled, {});
    entry.person = domain::PersonId(u"p-"_s + key->publicKey().fingerprint().first(16));
    const Result<void> noted = m_environment.profile->setSetting(invitationSetting(entry), text.simplified().toUtf8());
    if (!noted)
        co_return tl::unexpected(noted.error());
    const Result<void> kept = m_environment.profile->addWorkspace(entry);
    co_return kept ? Result<WorkspaceEntry>(entry) : tl::unexpected(kept.error());
}

QCoro::Task<Result<std::unique_ptr<chat::ChatPlatform>>>
Workspaces::platformFor(WorkspaceEntry entry, std::shared_ptr<QPointer<Engine>> engine)
{
    if (entry.platform == u"matrix") {
        // Whose claim room it is, the enrolments say; before there is an engine, nobody's.
        const chat::ClaimRoomOwner ownerOf = [engine](const domain::RoomId &room) {
            return *engine ? (*engine)->book().workspace().claimant(room) : domain::NodeId();
        };
        co_return co_await m_matrix.platformFor(entry, ownerOf);
    }
    chat::LocalOptions local{entry.folder, entry.person, entry.node, *m_environment.clock};
    local.workspace = domain::WorkspaceId(entry.trust);
    co_return std::make_unique<chat::LocalPlatform>(local);
}

QCoro::Task<Result<std::unique_ptr<Engine>>> Workspaces::open(WorkspaceEntry entry)
{
    const QPointer<Workspaces> self(this);
    const Result<SigningKey> key = co_await nodeKey(*m_environment.secrets, entry.node);
    if (!self || !key)
        co_return self ? tl::unexpected(key.error()) : fail(ErrorKind::cancelled, {});
    EngineParts parts;
    parts.entry = entry;
    parts.key = *key;
    store::StoreOptions options;
    options.path = m_environment.profile->databasePath(entry.name);
    Result<std::unique_ptr<store::Store>> store = store::Store::open(options);
    if (!store)
        co_return tl::unexpected(store.error());
    parts.store = std::move(*store);
    const auto opened = std::make_shared<QPointer<Engine>>();
    Result<std::unique_ptr<chat::ChatPlatform>> platform = co_await platformFor(entry, opened);
    if (!self || !platform)
        co_return self ? tl::unexpected(platform.error()) : fail(ErrorKind::cancelled, {});
    parts.platform = std::move(*platform);
    parts.catalogue = m_plugins.catalogue();
    parts.secrets = m_environment.secrets;
    parts.practisesOnly = isForPractice(entry);
    parts.tools = parts.practisesOnly ? m_environment.practiceTools : m_environment.tools;
    parts.playbookFolders = playbookFolders(m_environment.profile->folder());
    parts.filesFolder = m_environment.profile->folder() + u"/files"_s;
    parts.clock = m_environment.clock;
    parts.language = m_environment.language;
    auto engine = std::make_unique<Engine>(std::move(parts));
    *opened = engine.get();
    connect(&m_plugins, &LivePlugins::reloaded, engine.get(), &Engine::takePlugins);
    if (const Result<void> started = co_await engine->start(); !started)
        co_return tl::unexpected(started.error());
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    // Without the server there is nothing to settle: a node that knows the workspace is in it already.
    if (!engine->isReady())
        co_return std::move(engine);
    if (const Result<void> done = co_await settle(engine.get()); !done)
        co_return tl::unexpected(done.error());
    co_return std::move(engine);
}

QCoro::Task<Result<void>> Workspaces::settle(Engine *engine)
{
    const QPointer<Workspaces> self(this);
    const QString name = m_environment.profile->personName();
    const QString invitation = QString::fromUtf8(m_environment.profile->setting(invitationSetting(engine->entry())));
    const Result<void> enrolled = co_await enrol(*engine, name.isEmpty() ? engine->me().text() : name, invitation);
    if (!self || !enrolled)
        co_return self ? enrolled : fail(ErrorKind::cancelled, {});
    const QPointer<Engine> running(engine);
    const Result<void> furnished = co_await furnish(*engine);
    // Known before it is needed, and said on the screen: whether this server has the locks by which one node runs
    // things.
    if (running && furnished && !engine->entry().homeserver.isEmpty()) {
        const QString name = u"node "_s + engine->entry().node.text();
        co_await engine->platform().claimOnce(name);
    }
    co_return furnished;
}

//! Where an invited colleague finds it.
static QString placeOf(const WorkspaceEntry &entry)
{
    return entry.platform == u"matrix" ? MatrixAddress{QUrl(entry.homeserver), entry.control}.toText() : entry.folder;
}

Result<QString> invitationFor(const Engine &engine)
{
    const WorkspaceEntry &entry = engine.entry();
    const domain::Invitation invitation =
        domain::makeInvitation(domain::WorkspaceId(entry.trust), entry.name, placeOf(entry), entry.node, engine.key(),
                               engine.clock().nowMs() + kWeek);
    return invitation.toText();
}

} // namespace wardroom::session
