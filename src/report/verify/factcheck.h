// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"
#include "report/verify/factline.h"
#include "report/verify/verification.h"

#include <QSet>
#include <functional>
#include <map>

namespace wardroom::report {

//! Everything that follows from the lines of facts.jsonl alone: both folds, chains, anchors, counts. The exporter fills
//! the manifest from it and the verifier compares, so the two can never disagree about what is to be written.
class FactCheck
{
public:
    //! \a frame gives workspace, rooms and exporter; \a hasAttachment says which bytes are in the bundle.
    FactCheck(const Manifest &frame, std::function<bool(const Sha256 &)> hasAttachment);
    //! False when a line cannot be read at all; problems() says which.
    bool run(const QByteArray &facts);

    const QList<Problem> &problems() const { return m_problems; }
    const QList<Resting> &resting() const { return m_resting; }
    const domain::WorkspaceState &workspace() const { return m_control.state(); }
    qint64 anchoredLine() const { return m_anchoredLine; }
    //! Attachments that facts of the bundle name.
    const QSet<Sha256> &named() const { return m_named; }
    //! \a frame with counts, chains, anchors, withheld and absent as the lines say.
    const Manifest &derived() const { return m_derived; }

private:
    struct Line
    {
        FactLine written;
        domain::Judgement judged;
        const domain::ReadEntry *read = nullptr; //!< null for words without envelope and for withheld lines
        bool signedWell = false;
        bool accepted() const { return judged.standing == domain::Standing::accepted; }
    };
    struct ChainPiece
    {
        Sha256 hash;
        Sha256 prev;
        qsizetype index = 0;
        bool withheld = false;
    };
    using Chains = std::map<std::pair<domain::RoomId, domain::NodeId>, QMap<qint64, QList<ChainPiece>>>;

    bool readLines(const QByteArray &facts);
    void checkOrder();
    void fold();
    void checkStandings();
    void excuse();
    bool isExcused(const Line &line) const;
    void checkChains();
    void checkChain(const domain::RoomId &room, const domain::NodeId &node,
                    const QMap<qint64, QList<ChainPiece>> &chain);
    void checkAnchors();
    void checkAnchor(qsizetype index, qint64 count, const Sha256 &digest, qsizetype covered);
    void gather();
    void restOnWord();
    bool isSignedWell(const Line &line) const;
    QString nodeName(const domain::NodeId &node) const;
    void problem(qsizetype index, const QString &what, bool missing = false);

    Manifest m_derived;
    std::function<bool(const Sha256 &)> m_hasAttachment;
    QList<Line> m_lines;
    qsizetype m_controlLines = 0;
    domain::WorkspaceFold m_control;
    std::unique_ptr<domain::RoomFold> m_room;
    QSet<domain::FactId> m_leftOut; //!< withheld facts, and facts that rest on them
    QList<qint64> m_excused;
    QList<Problem> m_problems;
    QList<Resting> m_resting;
    QSet<Sha256> m_named;
    domain::Position m_anchoredUntil;
    qint64 m_anchoredLine = 0;
};

} // namespace wardroom::report
