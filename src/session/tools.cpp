// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tools.h"

#include "secrets/secretname.h"
#include "session/inwords.h"

#include <QCoroTimer>
#include <QDir>
#include <QSaveFile>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString mappingFolder(const Profile &profile)
{
    return profile.folder() + u"/webhooks"_s;
}

QString webhookSecret(const QString &name)
{
    return u"webhook."_s + name;
}

//! How long an alert waits, on a node that leaves the first word to another one: a card is a message that rings phones,
//! and two nodes that hear the same tool would post two.
constexpr std::chrono::milliseconds kPatience = 3s;

//! Of several nodes that hear the same tool, one speaks at once and the others only where it stays silent: the runner,
//! or else the first of the programs' nodes. Where the policy names neither, all speak, and the fold takes one.
std::chrono::milliseconds patienceOf(const Engine *engine)
{
    const domain::Policy *policy = engine ? engine->book().workspace().policy() : nullptr;
    if (!policy)
        return 0s;
    if (!policy->runner.isEmpty())
        return policy->runner == engine->entry().node ? 0s : kPatience;
    for (const domain::Node &node : engine->book().workspace().nodes)
        if (!node.revoked && policy->bots.contains(node.person))
            return node.id == engine->entry().node ? 0s : kPatience;
    return 0s;
}

} // namespace

Tools::Tools(const Profile &profile, domain::Secrets &secrets, const Clock &clock)
    : m_profile(profile)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_transport(clock)
{
    const QByteArray url = profile.setting(u"crowdsec.url"_s);
    if (url.isEmpty())
        return;
    connectors::CrowdSecSettings settings;
    settings.url = QUrl(QString::fromUtf8(url));
    settings.machine = QString::fromUtf8(profile.setting(u"crowdsec.machine"_s));
    settings.target = QString::fromUtf8(profile.setting(u"crowdsec.target"_s));
    m_crowdSec = std::make_unique<connectors::CrowdSecTool>(settings, m_transport, m_secrets, m_clock);
    connect(m_crowdSec.get(), &connectors::SecurityTool::healthChanged, this,
            [this](bool well, const QString &sentence) { Q_EMIT troubled(well ? QString() : sentence); });
    connect(m_crowdSec.get(), &connectors::SecurityTool::alertSeen, this, [this](const connectors::RawAlert &alert) {
        // CrowdSec keeps its alerts: what is not said yet when this node dies is read again.
        QTimer::singleShot(patienceOf(m_engine), this, [this, alert] {
            const Result<void> offered = m_intake ? m_intake->offer({alert}) : Result<void>();
            if (!offered)
                Q_EMIT troubled(offered.error().message);
        });
    });
}

Tools::~Tools()
{
    detach();
}

QCoro::Task<Result<void>> Tools::keep(Profile &profile, domain::Secrets &secrets, CrowdSecAccount account)
{
    if (!account.url.isValid() || account.url.scheme().isEmpty() || account.url.host().isEmpty())
        co_return fail(ErrorKind::invalid,
                       tr("The address of CrowdSec's local API is a URL such as http://127.0.0.1:8080."));
    if (account.machine.isEmpty() || account.password.isEmpty())
        co_return fail(ErrorKind::invalid,
                       tr("CrowdSec wants a machine's name and password: cscli machines add NAME."));
    const QList<std::pair<QString, QByteArray>> kept{{u"crowdsec.machine"_s, account.password},
                                                     {u"crowdsec.bouncer"_s, account.bouncer}};
    for (const auto &[name, value] : kept) {
        if (value.isEmpty())
            continue;
        const Result<void> done = co_await secrets.write(name, value);
        if (!done)
            co_return done;
    }
    if (const Result<void> noted = profile.setSetting(u"crowdsec.machine"_s, account.machine.toUtf8()); !noted)
        co_return noted;
    co_return profile.setSetting(u"crowdsec.url"_s, account.url.toString().toUtf8());
}

QCoro::Task<Result<QByteArray>> Tools::keepWebhook(Profile &profile, domain::Secrets &secrets, QString name,
                                                   QByteArray mapping)
{
    if (!secrets::isSecretName(webhookSecret(name)) || name.contains(u'.'))
        co_return fail(ErrorKind::invalid, tr("A webhook's name is made of letters, digits, - and _."));
    if (const auto read = connectors::AlertMapping::fromYaml(mapping); !read)
        co_return tl::unexpected(read.error());
    const QString folder = mappingFolder(profile);
    QDir().mkpath(folder);
    QSaveFile file(folder + u'/' + name + u".yaml"_s);
    if (!file.open(QFile::WriteOnly) || file.write(mapping) != mapping.size() || !file.commit())
        co_return fail(ErrorKind::storage, tr("The mapping cannot be kept: %1").arg(file.errorString()));
    const QByteArray token = randomHex(24).toLatin1();
    const Result<void> kept = co_await secrets.write(webhookSecret(name), token);
    co_return kept ? Result<QByteArray>(token) : tl::unexpected(kept.error());
}

QStringList Tools::webhooksOf(const Profile &profile)
{
    QStringList names = QDir(mappingFolder(profile)).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

QList<connectors::SecurityTool *> Tools::all() const
{
    return m_crowdSec ? QList<connectors::SecurityTool *>{m_crowdSec.get()} : QList<connectors::SecurityTool *>();
}

void Tools::attach(Engine &engine)
{
    detach();
    m_engine = &engine;
    connect(&engine, &Engine::workspaceFolded, this, &Tools::makeIntake);
    makeIntake();
}

void Tools::detach()
{
    if (m_engine)
        disconnect(m_engine, nullptr, this, nullptr);
    if (m_crowdSec)
        m_crowdSec->stop();
    m_webhook.reset();
    m_intake.reset();
    m_engine = nullptr;
    m_room = {};
}

void Tools::makeIntake()
{
    const domain::Policy *policy = m_engine ? m_engine->book().workspace().policy() : nullptr;
    if (!policy || policy->alertRoom.isEmpty() || policy->alertRoom == m_room)
        return;
    const bool isFirst = m_room.isEmpty();
    m_room = policy->alertRoom;
    connectors::IntakeRules rules;
    rules.room = m_room;
    rules.taken = [this](const domain::FactId &fact) { return m_engine && m_engine->sender().isSaid(m_room, fact); };
    rules.gone = [this](const domain::FactId &fact) { return isGone(fact); };
    m_intake = std::make_unique<connectors::AlertIntake>(
        m_engine->sender(), m_engine->custody(), m_clock, [this](const QString &print) { return knownAlert(print); },
        rules);
    connect(m_intake.get(), &connectors::AlertIntake::troubled, this, &Tools::troubled);
    // Only now is there somebody to hear what the tool says.
    if (isFirst && m_crowdSec)
        QCoro::connect(m_crowdSec->start(), this, [](const Result<void> &) {});
}

//! Said, and deleted in the chat since.
bool Tools::isGone(const domain::FactId &fact) const
{
    const domain::RoomFold *fold = m_engine ? m_engine->book().fold(m_room) : nullptr;
    return fold && !fold->admission().facts.contains(fact) && isDeleted(*fold, m_engine->book().workspace(), fact);
}

std::optional<connectors::KnownAlert> Tools::knownAlert(const QString &fingerprint) const
{
    std::optional<connectors::KnownAlert> newest;
    if (!m_engine)
        return newest;
    const auto &alerts = m_engine->book().state(m_room).alerts;
    for (auto it = alerts.cbegin(); it != alerts.cend(); ++it) {
        const bool isOther = it->raised.fingerprint != fingerprint || it->raised.from.has_value();
        if (isOther || (newest && newest->last > it->last))
            continue;
        newest = connectors::KnownAlert{it.key(),  it->raised.first,         it->last,
                                        it->count, it->resolved.has_value(), it->said.node != m_engine->entry().node};
    }
    return newest;
}

QCoro::Task<Result<void>> Tools::take(QList<connectors::RawAlert> alerts)
{
    const QPointer<Tools> self(this);
    // Whoever posts is answered when it is safe, so a little later; until then it keeps the alert itself.
    if (const std::chrono::milliseconds patience = patienceOf(m_engine); patience.count() > 0) {
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(patience);
        co_await pause;
    }
    if (!self || !m_intake)
        co_return fail(ErrorKind::transient, tr("There is no room for alerts yet."));
    co_return co_await m_intake->take(alerts);
}

QCoro::Task<Result<quint16>> Tools::listen(quint16 port)
{
    const QPointer<Tools> self(this);
    QList<connectors::WebhookSource> sources;
    for (const QString &name : webhooksOf(m_profile)) {
        QFile file(mappingFolder(m_profile) + u'/' + name + u".yaml"_s);
        if (!file.open(QFile::ReadOnly))
            co_return fail(ErrorKind::storage, tr("%1 cannot be read.").arg(file.fileName()));
        const Result<connectors::AlertMapping> mapping = connectors::AlertMapping::fromYaml(file.readAll());
        if (!mapping)
            co_return tl::unexpected(mapping.error());
        const Result<QByteArray> token = co_await m_secrets.read(webhookSecret(name));
        if (!self || !token)
            co_return self ? tl::unexpected(token.error()) : fail(ErrorKind::cancelled, {});
        sources.append({name, *token, *mapping});
    }
    m_webhook = std::make_unique<connectors::WebhookIntake>(
        sources, [this](QList<connectors::RawAlert> alerts) { return take(std::move(alerts)); }, m_clock);
    m_webhook->setHealth(m_health);
    co_return m_webhook->listen(port);
}

} // namespace wardroom::session
