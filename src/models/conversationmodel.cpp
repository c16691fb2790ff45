// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversationmodel.h"

#include "models/times.h"
#include "session/playbookcards.h"

#include <QDateTime>
#include <QLocale>

namespace wardroom::models {

using namespace Qt::StringLiterals;
using session::ConversationRow;

namespace {

QString spokenCard(const session::AlertCard &card)
{
    QStringList parts{ConversationModel::tr("Alert, %1").arg(domain::wordOf(card.severity)), card.title, card.detail,
                      card.target};
    if (card.count > 1)
        parts << ConversationModel::tr("seen %n times", nullptr,
                                       static_cast<int>(std::min<qint64>(card.count, INT_MAX)));
    parts << card.standing;
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

QString spokenCard(const session::OperationCard &card)
{
    QStringList sentence{card.title, card.byline, card.status};
    sentence.removeAll(QString());
    QStringList parts{sentence.join(u". "_s), card.summary};
    for (const session::FieldRow &field : card.fields)
        parts << (field.label.isEmpty() ? QString() : field.label + u": "_s) + field.value +
                     (field.source.isEmpty() ? QString() : u" (%1)"_s.arg(field.source));
    if (card.moreFields > 0)
        parts << ConversationModel::tr("%1 more values in the raw output").arg(card.moreFields);
    for (const session::TableBlock &table : card.tables) {
        parts << table.columns.join(u'\t');
        for (const QStringList &cells : table.rows)
            parts << cells.join(u'\t');
        if (table.more > 0)
            parts << ConversationModel::tr("%1 more rows in the raw output").arg(table.more);
    }
    parts << card.notes;
    if (!card.before.isEmpty() || !card.after.isEmpty())
        parts << ConversationModel::tr("before %1, after %2").arg(card.before, card.after);
    parts << card.logTail;
    if (card.asOf > 0)
        parts << ConversationModel::tr("as of %1").arg(clockText(card.asOf));
    parts.removeAll(QString());
    return parts.join(u'\n');
}

//! What stands below a row that is not simply there.
QString sendWords(const ConversationRow &row)
{
    using store::SendState;
    QString words;
    if (row.suspect)
        words = ConversationModel::tr("Suspect: kept and shown, but it changes nothing.");
    else if (row.send == SendState::queued || row.send == SendState::sending)
        words = ConversationModel::tr("Waiting to be sent…");
    else if (row.send == SendState::failed)
        words = ConversationModel::tr("Not sent.");
    else if (row.send != SendState::sent)
        words = ConversationModel::tr("It is not known whether the room has this.");
    return words.isEmpty() || row.problem.isEmpty() ? words : words + u' ' + row.problem;
}

QString spokenFile(const session::FileLine &file)
{
    using session::FileStep;
    QStringList parts{ConversationModel::kindOf(file), file.name};
    if (file.size > 0)
        parts << QLocale().formattedDataSize(file.size, 1);
    if (file.step == FileStep::coming)
        parts << ConversationModel::tr("is being fetched");
    else if (file.step == FileStep::here)
        parts << ConversationModel::tr("is here");
    else if (file.step == FileStep::failed)
        parts << file.problem;
    return parts.join(u", "_s);
}

//! In which thread it stands, and what stands below it.
QStringList spokenThread(const ConversationRow &row)
{
    QStringList lines;
    if (!row.inThread.isEmpty())
        lines << ConversationModel::tr("In the thread: %1").arg(row.inThread);
    if (row.replies.replies > 0)
        lines << ConversationModel::repliesText(row.replies);
    return lines;
}

} // namespace

QString ConversationModel::kindOf(const session::FileLine &file)
{
    switch (file.kind) {
    case domain::MediaKind::image: return tr("Picture");
    case domain::MediaKind::video: return tr("Video");
    case domain::MediaKind::audio: return tr("Sound");
    case domain::MediaKind::file: break;
    }
    return tr("File");
}

QString ConversationModel::repliesText(const session::ThreadLine &thread)
{
    const int count = static_cast<int>(std::min<qint64>(thread.replies, INT_MAX));
    const QString when = sameDay(thread.lastAt, QDateTime::currentMSecsSinceEpoch()) ? clockText(thread.lastAt)
                                                                                     : momentText(thread.lastAt);
    const QString replies = count == 1 ? tr("1 reply") : tr("%n replies", nullptr, count);
    return tr("%1 · last by %2 %3").arg(replies, thread.lastBy, when);
}

void ConversationModel::follow(session::Conversation *conversation)
{
    if (m_source)
        m_source->disconnect(this);
    m_source = conversation;
    m_asked = m_askedNewer = false;
    setRows(conversation ? conversation->rows() : QList<ConversationRow>());
    if (conversation)
        connectTo(conversation);
}

void ConversationModel::connectTo(session::Conversation *source)
{
    using session::Conversation;
    connect(source, &Conversation::reset, this, [this] { setRows(m_source->rows()); });
    connect(source, &Conversation::rowsPrepended, this, [this](int count) { prepend(m_source->rows().first(count)); });
    connect(source, &Conversation::rowsAppended, this, [this](int count) {
        append(m_source->rows().last(count));
        m_askedNewer = false;
    });
    connect(source, &Conversation::rowsInserted, this,
            [this](int first, int count) { insert(first, m_source->rows().mid(first, count)); });
    connect(source, &Conversation::rowChanged, this, [this](int index) { change(index, m_source->rows().at(index)); });
    connect(source, &Conversation::rowsRemoved, this, &ConversationModel::remove);
    connect(source, &Conversation::found, this, &ConversationModel::found);
    connect(source, &Conversation::newerCame, this, &ConversationModel::newerCame);
}

void ConversationModel::setRows(const QList<ConversationRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_asked = m_askedNewer = false;
    endResetModel();
}

void ConversationModel::prepend(const QList<ConversationRow> &rows)
{
    m_asked = false;
    if (rows.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows = rows + m_rows;
    endInsertRows();
}

void ConversationModel::append(const QList<ConversationRow> &rows)
{
    insert(size(), rows);
}

void ConversationModel::insert(int at, const QList<ConversationRow> &rows)
{
    if (rows.isEmpty() || at < 0 || at > size())
        return;
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    m_rows = m_rows.first(at) + rows + m_rows.mid(at);
    endInsertRows();
}

void ConversationModel::change(int at, const ConversationRow &row)
{
    if (at < 0 || at >= size())
        return;
    m_rows[at] = row;
    Q_EMIT dataChanged(index(at), index(at));
}

void ConversationModel::remove(int first, int count)
{
    if (first < 0 || count <= 0 || first + count > size())
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_rows.remove(first, count);
    endRemoveRows();
}

bool ConversationModel::hasOlder() const
{
    return m_source ? m_source->hasOlder() : m_hasOlder;
}

void ConversationModel::loadOlder()
{
    if (m_asked || !hasOlder())
        return;
    m_asked = !m_source || m_source->loadOlder();
    if (m_asked)
        Q_EMIT olderWanted();
}

bool ConversationModel::hasNewer() const
{
    return m_source && m_source->hasNewer();
}

void ConversationModel::loadNewer()
{
    if (m_askedNewer || !hasNewer())
        return;
    m_askedNewer = m_source->loadNewer();
}

void ConversationModel::showNewest()
{
    if (hasNewer())
        m_source->showNewest();
}

void ConversationModel::lookAt(int first, int last)
{
    if (m_source)
        m_source->lookAt(first, last);
}

int ConversationModel::indexOfKey(const QString &key) const
{
    for (int i = size() - 1; i >= 0; --i)
        if (m_rows.at(i).key == key)
            return i;
    return -1;
}

bool ConversationModel::hasOwn(const QString &text) const
{
    for (int i = size() - 1; i >= 0 && i >= size() - 20; --i) {
        const auto *words = std::get_if<session::Words>(&row(i).content);
        if (row(i).mine && words && words->text.trimmed() == text.trimmed())
            return true;
    }
    return false;
}

QString ConversationModel::spoken(const ConversationRow &row)
{
    QString words;
    if (const auto *text = std::get_if<session::Words>(&row.content))
        words = text->text;
    else if (const auto *alert = std::get_if<session::AlertCard>(&row.content))
        words = spokenCard(*alert);
    else if (const auto *operation = std::get_if<session::OperationCard>(&row.content))
        words = spokenCard(*operation);
    else if (const auto *run = std::get_if<session::PlaybookCard>(&row.content))
        words = session::playbookSpoken(*run);
    else
        words = std::get<session::Notice>(row.content).text;
    if (row.deleted)
        words = tr("This message was deleted.");
    QStringList beside = spokenThread(row);
    if (row.file)
        beside.prepend(spokenFile(*row.file));
    if (const QString state = sendWords(row); !state.isEmpty())
        beside << state;
    beside.removeAll(QString());
    for (const QString &each : std::as_const(beside))
        words += (words.isEmpty() ? QString() : u"\n"_s) + each;
    return row.author.isEmpty() ? words : u"%1, %2: %3"_s.arg(row.author, clockText(row.at), words);
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : size();
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConversationRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return spoken(row);
    case KeyRole: return row.key;
    case SeqRole: return row.seq;
    default: return {};
    }
}

} // namespace wardroom::models
