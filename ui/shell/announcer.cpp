// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/announcer.h"

#include <QAccessibleWidget>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::ConversationModel;
using session::ConversationRow;

namespace {

constexpr qsizetype longest = 400; // characters of one sentence; the row has the rest
constexpr int mostRows = 3;        // more at once are only counted

//! What can change about a row that is worth hearing. A count that grows is not.
QString standingOf(const ConversationRow &row)
{
    if (const auto *operation = std::get_if<session::OperationCard>(&row.content))
        return operation->status.isEmpty()
                   ? QString()
                   : u"%1: %2"_s.arg(operation->title, operation->status.section(u" · "_s, 0, 0));
    if (const auto *alert = std::get_if<session::AlertCard>(&row.content))
        return alert->standing.isEmpty() ? QString() : u"%1: %2"_s.arg(alert->title, alert->standing);
    if (const auto *run = std::get_if<session::PlaybookCard>(&row.content))
        return u"%1: %2"_s.arg(run->title, run->question.isEmpty() ? run->status : run->question);
    return row.send == store::SendState::failed ? ConversationModel::spoken(row) : QString();
}

class AnnouncerAccessible final : public QAccessibleWidget
{
public:
    explicit AnnouncerAccessible(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Notification) {}
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new AnnouncerAccessible(announcer) : nullptr;
}

} // namespace

Announcer::Announcer(QWidget *parent) : QWidget(parent)
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
    setFixedSize(1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setSingleShot(true);
    m_timer.setInterval(150ms);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::speak);
}

void Announcer::listenTo(ConversationModel *conversation)
{
    m_conversation = conversation;
    connect(conversation, &ConversationModel::modelReset, this, [this] { m_standing.clear(); });
    connect(conversation, &ConversationModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(conversation, &ConversationModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { onChanged(first.row(), last.row()); });
}

void Announcer::listenTo(models::ApprovalsModel *approvals)
{
    connect(approvals, &models::ApprovalsModel::modelReset, this, [this, approvals] {
        int now = 0;
        for (int i = 0; i < approvals->rowCount(); ++i)
            now += approvals->view(i).whyNotMe.isEmpty() ? 1 : 0;
        if (now > m_approvals)
            say(now == 1 ? tr("One request waits for your decision")
                         : tr("%n requests wait for your decision", nullptr, now));
        m_approvals = now;
    });
}

void Announcer::onInserted(int first, int last)
{
    for (int i = first; i <= last; ++i)
        m_standing.insert(m_conversation->row(i).key, standingOf(m_conversation->row(i)));
    if (const int below = last + 1; below < m_conversation->size() && m_conversation->row(below).outboxId == 0)
        return; // older rows, or one that takes its place further up; what waits stands below the newest
    if (last - first >= mostRows) {
        say(tr("%n new messages", nullptr, last - first + 1));
        return;
    }
    for (int i = first; i <= last; ++i)
        if (!m_conversation->row(i).mine)
            say(ConversationModel::spoken(m_conversation->row(i)));
}

void Announcer::onChanged(int first, int last)
{
    for (int i = first; i <= last; ++i) {
        const ConversationRow &row = m_conversation->row(i);
        const QString now = standingOf(row);
        if (!now.isEmpty() && m_standing.value(row.key) != now)
            say(now);
        m_standing.insert(row.key, now);
    }
}

void Announcer::say(const QString &sentence)
{
    if (sentence.trimmed().isEmpty())
        return;
    m_waiting << sentence.simplified().left(longest);
    if (!m_timer.isActive())
        m_timer.start();
}

void Announcer::speak()
{
    const QStringList waiting = std::exchange(m_waiting, {});
    const QString words = waiting.size() > mostRows
                              ? tr("%1. And %n more.", nullptr, static_cast<int>(waiting.size()) - mostRows)
                                    .arg(waiting.last(mostRows).join(u". "_s))
                              : waiting.join(u". "_s);
    setAccessibleName(words);
    Q_EMIT said(words);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, words);
#else
    // Readers present a notification when it shows itself (AT-SPI: object:state-changed:showing).
    QAccessibleEvent event(this, QAccessible::ObjectShow);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace wardroom::ui
