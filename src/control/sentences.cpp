// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/sentences.h"

#include "base/plaintext.h"
#include "session/cards.h"
#include "session/engine.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QJsonArray>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Stage;
using session::Workspace;

namespace {

constexpr qint64 kLongestWait = 120'000; //!< ms

QString tr(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

QString cardWords(const session::OperationCard &card)
{
    QString text;
    for (const session::FieldRow &row : card.fields)
        text += (row.label.isEmpty() ? u"  "_s : shownPlainly(row.label, 200) + u": "_s) + shownPlainly(row.value) +
                (row.source.isEmpty() ? QString() : u"  (%1)"_s.arg(shownPlainly(row.source, 200))) + u'\n';
    for (const session::TableBlock &table : card.tables) {
        text += shownPlainly(table.columns.join(u" | "_s)) + u'\n';
        for (const QStringList &row : table.rows)
            text += shownPlainly(row.join(u" | "_s)) + u'\n';
        if (table.more > 0)
            text += tr("%1 more rows").arg(table.more) + u'\n';
    }
    for (const QString &note : card.notes)
        text += shownPlainly(note) + u'\n';
    return text;
}

} // namespace

QString utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
}

QString stageWord(Stage stage)
{
    static const QStringList words{u"requested"_s, u"declined"_s, u"cancelled"_s, u"claimed"_s,
                                   u"finished"_s,  u"verified"_s, u"stalled"_s,   u"expired"_s};
    return words.value(static_cast<int>(stage));
}

QJsonObject understandingJson(const QString &text, const domain::Understanding &meant)
{
    static const QStringList intents{u"chatter"_s, u"command"_s, u"help"_s, u"clarify"_s};
    QJsonObject json{{u"text"_s, text},
                     {u"intent"_s, intents.value(static_cast<int>(meant.intent))},
                     {u"command"_s, meant.command},
                     {u"args"_s, meant.args},
                     {u"confidence"_s, meant.confidence}};
    if (!meant.question.isEmpty())
        json.insert(u"question"_s, meant.question);
    if (!meant.options.isEmpty())
        json.insert(u"options"_s, QJsonArray::fromStringList(meant.options));
    return json;
}

QCoro::Task<QString> resultWords(Workspace &workspace, session::RoomId room, session::OpId op)
{
    const QPointer<Workspace> self(&workspace);
    QElapsedTimer waited;
    waited.start();
    while (self && waited.elapsed() < kLongestWait) {
        const domain::OperationState *operation = self->engine().book().state(room).operation(op);
        if (operation && operation->request.needs > 0)
            co_return tr("Asked for: %1. It waits for %2 of %3 and has the code %4.")
                    .arg(shownPlainly(operation->request.title, 200))
                    .arg(operation->request.needs)
                    .arg(operation->request.group, operation->shortCode()) +
                u'\n';
        if (operation && !operation->isLive() && operation->stage != Stage::claimed)
            break;
        QTimer pause;
        pause.start(20ms);
        co_await pause;
    }
    const domain::OperationState *found = self ? self->engine().book().state(room).operation(op) : nullptr;
    if (!found || !found->finish)
        co_return tr("It has not ended yet; look at: wardroomctl operations") + u'\n';
    const domain::OperationState operation = *found;
    const Result<QByteArray> log = co_await self->engine().custody().bytes(operation.finish->log);
    if (!self)
        co_return QString();
    const session::LiveOutput output = session::readOutput(log ? *log : QByteArray());
    session::OperationCard card;
    card.fields = output.fields;
    card.tables = output.tables;
    card.notes = session::notesOf(output);
    QString text = cardWords(card);
    if (text.isEmpty() || operation.finish->outcome != domain::Outcome::done)
        text += output.tail.join(u'\n') + (output.tail.isEmpty() ? QString() : u"\n"_s);
    co_return text + shownPlainly(operation.finish->summary) + u'\n';
}

} // namespace wardroom::control
