// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health.h"

#include "base/plaintext.h"
#include "session/engine.h"

namespace wardroom::daemon {
using namespace Qt::StringLiterals;

namespace {

QString wordOf(chat::LinkState state)
{
    switch (state) {
    case chat::LinkState::offline: return u"offline"_s;
    case chat::LinkState::connecting: return u"connecting"_s;
    case chat::LinkState::catchingUp: return u"catchingUp"_s;
    case chat::LinkState::live: return u"live"_s;
    case chat::LinkState::rateLimited: return u"rateLimited"_s;
    case chat::LinkState::signInNeeded: return u"signInNeeded"_s;
    case chat::LinkState::disabled: return u"disabled"_s;
    }
    return {};
}

} // namespace

Health::Health(session::Workspace &workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(&workspace)
    , m_clock(clock)
{
    connect(&workspace, &session::Workspace::troubled, this, &Health::note);
}

void Health::note(const QString &sentence)
{
    m_lastError = shownPlainly(sentence, 300);
    m_lastErrorAt = sentence.isEmpty() ? 0 : m_clock.nowMs();
}

QCoro::Task<connectors::HealthAnswer> Health::ask()
{
    const QPointer<Health> self(this);
    connectors::HealthAnswer answer{false, {{u"live"_s, true}, {u"ready"_s, false}}};
    if (!m_workspace)
        co_return answer;
    const chat::LinkState link = m_workspace->linkState();
    const bool isCaughtUp = m_workspace->engine().isReady();
    answer.isReady = isCaughtUp && (link == chat::LinkState::live || link == chat::LinkState::rateLimited);
    answer.body.insert(u"link"_s, wordOf(link));
    answer.body.insert(u"syncedAt"_s, m_workspace->syncedAt());
    const Result<QList<store::OutboxItem>> outbox = co_await m_workspace->engine().store().outbox();
    if (!self)
        co_return answer;
    if (outbox) {
        answer.body.insert(u"outbox"_s, outbox->size());
        answer.body.insert(u"failed"_s,
                           std::count_if(outbox->begin(), outbox->end(), [](const store::OutboxItem &item) {
                               return item.state == store::SendState::failed;
                           }));
    } else { // what cannot be read cannot be written either
        answer.isReady = false;
        note(outbox.error().message);
    }
    answer.body.insert(u"ready"_s, answer.isReady);
    answer.body.insert(u"lastError"_s, m_lastError);
    answer.body.insert(u"lastErrorAt"_s, m_lastErrorAt);
    co_return answer;
}

} // namespace wardroom::daemon
