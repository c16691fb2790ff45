// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/threads.h"

#include "base/plaintext.h"
#include "session/engine.h"

#include <QPointer>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestBeginning = 60;
constexpr qsizetype kMostKept = 5000;

} // namespace

Threads::Threads(Engine &engine, RoomId room, EntryId shown)
    : m_engine(engine)
    , m_room(std::move(room))
    , m_shown(std::move(shown))
{}

void Threads::read(const QList<store::StoredEntry> &loaded)
{
    if (!m_shown.isEmpty() || loaded.isEmpty())
        return;
    if (m_counts.size() > kMostKept)
        m_counts.clear();
    if (m_roots.size() > kMostKept)
        m_roots.clear();
    QList<EntryId> roots;
    for (const store::StoredEntry &stored : loaded) {
        if (!stored.entry.thread.isEmpty())
            wantRoot(stored.entry.thread);
        else if (!stored.entry.reaction)
            roots.append(stored.entry.position.entry);
    }
    QCoro::connect(count(roots), this, [] {});
}

void Threads::note(const domain::Entry &entry)
{
    if (!m_shown.isEmpty())
        return;
    if (const auto root = m_roots.find(entry.position.entry); root != m_roots.end())
        *root = beginningOf(entry);
    if (entry.thread.isEmpty())
        return;
    wantRoot(entry.thread);
    QCoro::connect(count({entry.thread}), this, [] {});
}

QCoro::Task<void> Threads::count(QList<EntryId> roots)
{
    const QPointer<Threads> self(this);
    const Result<QHash<EntryId, store::ThreadSummary>> found = co_await m_engine.store().threads(m_room, roots);
    if (!self || !found)
        co_return;
    bool differs = false;
    for (const EntryId &root : std::as_const(roots)) {
        const store::ThreadSummary now = found->value(root);
        if (m_counts.value(root) == now)
            continue;
        m_counts.insert(root, now);
        differs = true;
    }
    if (differs)
        Q_EMIT changed();
}

void Threads::wantRoot(const EntryId &root)
{
    if (m_roots.contains(root))
        return;
    m_roots.insert(root, {});
    QCoro::connect(readRoot(root), this, [] {});
}

QCoro::Task<void> Threads::readRoot(EntryId root)
{
    const QPointer<Threads> self(this);
    const Result<std::optional<store::StoredEntry>> stored = co_await m_engine.store().entry(m_room, root);
    if (!self)
        co_return;
    if (!stored || !*stored) {
        m_roots.remove(root); // may be read further back, and is asked for then
        co_return;
    }
    m_roots.insert(root, beginningOf((*stored)->entry));
    Q_EMIT changed();
}

//! A fact begins with its first line, as it is written for other programs.
QString Threads::beginningOf(const domain::Entry &entry) const
{
    if (entry.deleted)
        return tr("a message that was deleted");
    QString words = shownPlainly(entry.text, kLongestBeginning * 4).section(u'\n', 0, 0).simplified();
    if (words.size() > kLongestBeginning)
        words = words.first(kLongestBeginning).trimmed() + u'…';
    return words;
}

void Threads::decorate(ConversationRow &row, const EntryId &thread) const
{
    row.thread = thread;
    if (!m_shown.isEmpty())
        return;
    if (!thread.isEmpty()) {
        const QString beginning = m_roots.value(thread);
        row.inThread = beginning.isEmpty() ? tr("an earlier message") : beginning;
    }
    const store::ThreadSummary summary = m_counts.value(row.entry);
    if (summary.replies == 0 || row.entry.isEmpty())
        return;
    row.replies = {summary.replies, shownPlainly(m_engine.book().workspaceOf(m_room).nameOf(summary.lastBy), 80),
                   summary.lastAt};
}

} // namespace wardroom::session
