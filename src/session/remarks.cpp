// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remarks.h"

#include "base/plaintext.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestQuote = 120;
constexpr qsizetype kLongestKey = 24;
constexpr qsizetype kMostKinds = 8;  //!< of reactions under one message
constexpr qsizetype kMostBefore = 5; //!< earlier wordings; all of them are in the record

} // namespace

Remarks::Remarks(Engine &engine, RoomId room) : m_engine(engine), m_room(std::move(room)) {}

void Remarks::read(const QList<store::StoredEntry> &loaded)
{
    m_reactions.clear();
    QSet<EntryId> wanted;
    for (const store::StoredEntry &stored : loaded) {
        const domain::Entry &entry = stored.entry;
        if (entry.reaction && !entry.deleted && !entry.replyTo.isEmpty())
            m_reactions[entry.replyTo][shownPlainly(entry.text, kLongestKey)].insert(entry.sender);
        else if (!entry.replyTo.isEmpty())
            wanted.insert(entry.replyTo);
        if (!entry.edited && !entry.deleted)
            continue;
        const QString now = entry.deleted ? QString() : u'=' + entry.text;
        const auto asked = m_asked.constFind(entry.position.entry);
        if (asked != m_asked.cend() && *asked == now)
            continue;
        m_asked.insert(entry.position.entry, now);
        QCoro::connect(readEarlier(entry.position.entry), this, [] {});
    }
    m_answered.clear();
    for (const store::StoredEntry &stored : loaded)
        if (wanted.contains(stored.entry.position.entry))
            m_answered.insert(stored.entry.position.entry, stored.entry);
}

bool Remarks::hides(const domain::Entry &entry) const
{
    return entry.reaction || m_takenBack.contains(entry.position.entry);
}

QString Remarks::quoteOf(const domain::Entry &entry) const
{
    const QString who = shownPlainly(m_engine.book().workspace().nameOf(entry.sender), 80);
    if (entry.deleted)
        return tr("%1: a message that was deleted").arg(who);
    QString words = shownPlainly(entry.text, kLongestQuote * 2).simplified();
    if (words.size() > kLongestQuote)
        words = words.first(kLongestQuote) + u'…';
    return tr("%1: %2").arg(who, words);
}

void Remarks::decorate(ConversationRow &row, const domain::Entry &entry) const
{
    // In a thread every message answers the first one, unless it says otherwise.
    if (!entry.replyTo.isEmpty() && entry.replyTo != entry.thread) {
        const auto answered = m_answered.constFind(entry.replyTo);
        row.quoted = answered == m_answered.cend() ? tr("an earlier message") : quoteOf(*answered);
    }
    row.before = m_before.value(entry.position.entry);
    QStringList parts;
    const QMap<QString, QSet<PersonId>> reactions = m_reactions.value(entry.position.entry);
    for (auto it = reactions.cbegin(); it != reactions.cend() && parts.size() < kMostKinds; ++it)
        parts << (it->size() > 1 ? u"%1 %2"_s.arg(it.key()).arg(it->size()) : it.key());
    row.reactions = parts.join(u"   "_s);
}

QCoro::Task<void> Remarks::readEarlier(EntryId entry)
{
    const QPointer<Remarks> self(this);
    const Result<QList<domain::Entry>> earlier = co_await m_engine.store().earlier(m_room, entry);
    if (!self || !earlier || earlier->isEmpty())
        co_return;
    if (earlier->first().reaction)
        m_takenBack.insert(entry);
    QStringList before;
    for (const domain::Entry &each : *earlier)
        if (const QString words = shownPlainly(each.text, 2000);
            !words.isEmpty() && (before.isEmpty() || before.last() != words))
            before << words;
    m_before.insert(entry, before.mid(std::max<qsizetype>(0, before.size() - kMostBefore)));
    Q_EMIT changed();
}

} // namespace wardroom::session
