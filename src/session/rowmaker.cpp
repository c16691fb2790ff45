// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rowmaker.h"

#include "base/filename.h"
#include "base/plaintext.h"
#include "report/reasons.h"
#include "report/timeline.h"
#include "report/wording.h"
#include "session/engine.h"
#include "session/playbookcards.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::Standing;

namespace {

constexpr qsizetype kFactIdLength = 32;

template <class... Ts> bool isOneOf(const domain::Fact &fact)
{
    return (std::holds_alternative<Ts>(fact) || ...);
}

//! Facts that only change a card that is there already, or that are for the record alone.
bool belongsToCard(const domain::Fact &fact)
{
    return isOneOf<domain::AlertGrouped, domain::AlertAcknowledged, domain::AlertClaimed, domain::AlertResolved,
                   domain::CommandClaimed, domain::CommandFinished, domain::CommandVerified, domain::CommandCancelled,
                   domain::CommandStalled, domain::ApprovalGiven, domain::ApprovalDeclined, domain::ApprovalWithdrawn,
                   domain::RecordKept, domain::RecordAnchored, domain::IncidentNextUpdate, domain::PlaybookStep,
                   domain::PlaybookDecided, domain::PlaybookEnded>(fact);
}

//! What this program says of its own accord: it says it again by itself, and in storms there are thousands.
bool saysItself(const domain::Fact &fact)
{
    return isOneOf<domain::UnknownFact, domain::AlertRaised, domain::AlertGrouped, domain::CommandClaimed,
                   domain::CommandFinished, domain::CommandVerified, domain::CommandStalled, domain::RecordKept,
                   domain::RecordAnchored, domain::PlaybookStep, domain::PlaybookEnded>(fact);
}

//! What somebody's chat app posted, its name made harmless.
std::optional<FileLine> fileOf(const domain::Entry &entry)
{
    const std::optional<domain::Media> media = domain::mediaFromText(entry.media);
    if (!media)
        return {};
    const QString name = neutralFileName(media->name);
    return FileLine{media->kind,
                    name.isEmpty() ? QCoreApplication::translate("RowMaker", "unnamed") : name,
                    shownPlainly(media->type, 60),
                    media->size,
                    media->place,
                    {}};
}

//! The words beside a file; most apps write its name there, which stands with it already.
QString captionOf(const domain::Entry &entry)
{
    const std::optional<domain::Media> media = domain::mediaFromText(entry.media);
    return media && entry.text.startsWith(media->name) && entry.text.size() <= media->name.size()
               ? QString()
               : shownPlainly(entry.text, 20'000);
}

QString toneWord(report::Tone tone)
{
    static const QStringList words{u"muted"_s, u"red"_s, u"amber"_s, u"green"_s, u"blue"_s, u"violet"_s};
    return words.value(static_cast<int>(tone));
}

} // namespace

FileLine fileOf(const domain::EvidenceAdded &evidence)
{
    const QString name = neutralFileName(evidence.name);
    return {domain::MediaKind::file,
            name.isEmpty() ? QCoreApplication::translate("RowMaker", "unnamed") : name,
            {},
            evidence.size,
            {},
            evidence.hash};
}

RowMaker::RowMaker(const Engine &engine) : m_engine(engine), m_cards(engine) {}

OpId RowMaker::operationOf(const QString &display)
{
    // A runner names the card of an operation by the operation itself.
    return display.size() == kFactIdLength ? OpId(display) : OpId();
}

ConversationRow RowMaker::base(const store::StoredEntry &stored) const
{
    const domain::Entry &entry = stored.entry;
    ConversationRow row;
    row.seq = stored.seq;
    row.key = u"entry:"_s + entry.position.entry.text();
    row.entry = entry.position.entry;
    row.at = entry.position.serverTime;
    row.author = shownPlainly(m_engine.book().workspaceOf(entry.room).nameOf(entry.sender), 80);
    row.mine = entry.sender == m_engine.me();
    row.edited = entry.edited;
    row.deleted = entry.deleted;
    return row;
}

std::optional<ConversationRow> RowMaker::row(const store::StoredEntry &stored,
                                             const QHash<OpId, LiveOutput> &outputs) const
{
    const domain::Entry &entry = stored.entry;
    ConversationRow row = base(stored);
    if (!entry.envelope.isEmpty())
        return factRow(row, entry, outputs);
    if (!operationOf(entry.display).isEmpty())
        return std::nullopt;
    if (!entry.display.isEmpty()) {
        row.authorKind = AuthorKind::bot;
        row.author = QCoreApplication::translate("RowMaker", "Wardroom bot");
        row.mine = false;
    }
    if (!entry.deleted)
        row.file = fileOf(entry);
    row.plain = entry.display.isEmpty() && !entry.reaction && !entry.deleted && !row.file;
    row.content =
        Words{entry.deleted ? QCoreApplication::translate("RowMaker", "This message was deleted.") : captionOf(entry)};
    return row;
}

std::optional<ConversationRow> RowMaker::factRow(ConversationRow row, const domain::Entry &entry,
                                                 const QHash<OpId, LiveOutput> &outputs) const
{
    const auto [found, judgement] = m_engine.book().placed(entry);
    if (!found || judgement.standing == Standing::duplicate)
        return std::nullopt;
    if (judgement.standing != Standing::accepted) {
        row.suspect = judgement.standing == Standing::suspect;
        row.problem = report::reasonWords(judgement);
        row.content = Words{shownPlainly(entry.text, 2000)};
        return row;
    }
    const domain::ReadEntry &read = *found;
    if (belongsToCard(read.fact))
        return std::nullopt;
    const domain::IncidentState &state = m_engine.book().state(entry.room);
    if (const auto *alert = std::get_if<domain::AlertRaised>(&read.fact)) {
        row.key = u"alert:"_s + read.envelope->id.text();
        row.author = shownPlainly(alert->tool, 80);
        row.authorKind = AuthorKind::tool;
        row.mine = false;
        row.content = m_cards.alert(entry.room, state.alerts.value(read.envelope->id), read.envelope->id);
        return row;
    }
    if (std::holds_alternative<domain::PlaybookStarted>(read.fact)) {
        const auto run = state.playbooks.constFind(read.envelope->id);
        if (run == state.playbooks.cend())
            return std::nullopt;
        row.key = u"playbook:"_s + run->id.text();
        row.author = QCoreApplication::translate("RowMaker", "Wardroom bot");
        row.authorKind = AuthorKind::bot;
        row.mine = false;
        row.content = playbookCard(m_engine, entry.room, *run);
        return row;
    }
    if (const auto *request = std::get_if<domain::CommandRequested>(&read.fact)) {
        // What a playbook reads stands in its card; what it changes has a card of its own as well.
        if (!request->playbook.isEmpty() && request->needs == 0 && request->risk == domain::Risk::read)
            return std::nullopt;
        const OpId op = read.envelope->id;
        const domain::OperationState *operation = state.operation(op);
        if (!operation)
            return std::nullopt;
        row.key = u"op:"_s + op.text();
        row.author = QCoreApplication::translate("RowMaker", "Wardroom bot");
        row.authorKind = AuthorKind::bot;
        row.mine = false;
        row.content = m_cards.operation(entry.room, *operation, outputs.value(op));
        return row;
    }
    const domain::WorkspaceState &workspace = m_engine.book().workspaceOf(entry.room);
    const domain::PersonId by = workspace.personOf(read.envelope->node);
    const report::WordedFact words = report::worded(read.fact, {workspace, by, read.envelope->op, &state});
    if (const auto *evidence = std::get_if<domain::EvidenceAdded>(&read.fact))
        row.file = fileOf(*evidence); // which says the rest
    const bool brief = words.detail.isEmpty() || row.file;
    row.content =
        Notice{brief ? words.title : words.title + u" · "_s + words.detail, toneWord(report::toneOf(read.fact))};
    return row;
}

std::optional<ConversationRow> RowMaker::pending(const store::OutboxItem &item) const
{
    ConversationRow row;
    row.key = u"outbox:"_s + QString::number(item.id);
    row.at = item.queuedAt;
    row.author = shownPlainly(m_engine.book().workspace().nameOf(m_engine.me()), 80);
    row.mine = true;
    row.send = item.state;
    row.problem = item.problem;
    row.outboxId = item.id;
    if (item.envelope.isEmpty()) {
        row.content = Words{shownPlainly(item.text, 20'000)};
        return row;
    }
    const Result<domain::Envelope> envelope = domain::parseEnvelope(item.envelope);
    const Result<domain::Fact> fact = envelope ? domain::parseFact(envelope->kind, envelope->body)
                                               : Result<domain::Fact>(tl::unexpected(envelope.error()));
    const bool isFailed = item.state == store::SendState::failed;
    if (!isFailed && (!fact || saysItself(*fact)))
        return std::nullopt;
    // What cannot be read (its body went into an attachment) says in its text what it is.
    row.content = Notice{shownPlainly(item.text.section(u'\n', 0, 0), 300), u"muted"_s};
    if (fact && !std::holds_alternative<domain::UnknownFact>(*fact)) {
        const domain::IncidentState &state = m_engine.book().state(item.room);
        const domain::WorkspaceState &workspace = m_engine.book().workspaceOf(item.room);
        const report::WordedFact words = report::worded(*fact, {workspace, m_engine.me(), envelope->op, &state});
        row.content = Notice{words.detail.isEmpty() ? words.title : words.title + u" · "_s + words.detail,
                             toneWord(report::toneOf(*fact))};
    }
    return row;
}

} // namespace wardroom::session
